// Package brief is the screen where a brief is put together: the list of briefs,
// the steps of one in their order, and the chosen step as the room will see it,
// with the presenter's private notes.
//
// What other rooms use, always through app/shell:
//
//   - New makes the screen, an Editor. Its Brief is the brief that is open, so that
//     "Present" and "Export" act on it; Open goes to a brief and a step of it.
//   - Ask adds something to a brief from anywhere. A Matter says what: a passage, a
//     part of one, a whole report, or two reports side by side. Ask looks it up,
//     shows a small form (as what, to which brief, where, which caveats and
//     reactions come along), and puts the step in as one change that can be undone.
package brief
