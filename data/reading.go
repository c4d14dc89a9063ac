package data

// Reading is what the machine made of one report's text. It can be computed
// again from the text and the Model that made it, and never holds a person's
// decision.
type Reading struct {
	Model        string // name and version of what produced it, e.g. "rules-1"
	Lang         string // BCP 47 tag of the text, "" when it could not be told
	Sentences    []Sentence
	Attributions []Attribution
}

// Sentence is one sentence of the text. Sentences stand in order and do not
// overlap; white space between them belongs to none.
type Sentence struct {
	Span
	Kind        SentenceKind
	Lane        Lane
	Secondary   Lane    // another lane it also serves, or NoLane
	Score       float64 // 0 to 1: how often such a decision is right
	Reason      Reason  // why it was put in Lane
	Speech      bool    // somebody's speech or writing is reported in it
	Uncertain   bool    // its main claim is hedged or vague
	Attribution int     // index in Reading.Attributions of the one that decided, -1 for none
	Hedges      []Hedge
}

// SentenceKind tells what part of a report a sentence is.
type SentenceKind string

const (
	Body     SentenceKind = "body"
	Headline SentenceKind = "headline" // the report's title or a heading between paragraphs
	Item     SentenceKind = "item"     // an entry of a list
	Notice   SentenceKind = "notice"   // dateline, byline, caption, table row, credit
)

// Reason says why a decision was made, for a person to judge. Rule is a stable
// word that the screens translate ("reason.<rule>"); Evidence is the stretch of
// the report that carried it, in the report's own words, "" where there is none.
type Reason struct {
	Rule     string
	Evidence string
}

// HedgeKind says how a hedge weakens what is said.
type HedgeKind string

const (
	Modal        HedgeKind = "modal"        // may, might, could
	Reporting    HedgeKind = "reporting"    // suggests, appears, is believed
	Condition    HedgeKind = "condition"    // if, unless, depends on
	Approximator HedgeKind = "approximator" // about, some, nearly
	NotKnown     HedgeKind = "not-known"    // unclear, not disclosed, remains to be seen
	Weasel       HedgeKind = "weasel"       // some say, it is widely thought
)

// Hedge is a word or phrase that makes a claim less firm.
type Hedge struct {
	Span
	Kind HedgeKind
}

// AttributionKind says whose words a content is in.
type AttributionKind string

const (
	Direct   AttributionKind = "direct"   // the source's own words, quoted
	Indirect AttributionKind = "indirect" // retold
	Mixed    AttributionKind = "mixed"    // retold with quoted pieces
)

// Attribution is one act of saying, writing or thinking that a report carries:
// who (source), by which word (cue), and what (content). Each is a list of
// spans, because quotations are broken up and cues are split; source and cue may
// be empty. Content never is.
type Attribution struct {
	Kind    AttributionKind
	Source  []Span
	Cue     []Span
	Content []Span
	// Speaker is the source resolved to a name ("Volodymyr Zelensky"), the
	// report's own words where the source is unnamed ("a senior official"), and
	// "" where nobody can be told.
	Speaker string
	// Via names through whom the report has it, from the outermost inward: of "an
	// official said the president told leaders that …", what the president told has
	// the Via "an official". It is empty where the report heard Speaker itself.
	Via    []string
	Role   SpeakerRole
	Score  float64
	Reason Reason
}

// SpeakerRole is the part a speaker plays in the matter, which decides the lane
// of what is said (lanes guide, rule 1).
type SpeakerRole string

const (
	UnknownRole SpeakerRole = ""
	Party       SpeakerRole = "party"    // to the matter: its words are statements
	Judge       SpeakerRole = "judge"    // outside analyst or expert: caveats
	Responder   SpeakerRole = "received" // critics, public, other governments: reactions
)
