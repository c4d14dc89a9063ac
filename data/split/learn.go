package split

import (
	"context"
	"io/fs"

	"lectern/data/split/tag"
)

// LearnAttributions trains the model of attributions on a folder of corpora
// (polnear/train), and reports on cofenet/valid.jsonl while it learns. It
// returns the model's file. What config says of paragraphs is overwritten.
func LearnAttributions(ctx context.Context, corpora fs.FS, config tag.Config) ([]byte, error) {
	var err error
	if config.Train, err = tag.ReadPolNeAR(corpora, "polnear/train"); err != nil {
		return nil, err
	}
	if config.Dev, err = tag.ReadInstances(corpora, "cofenet/valid.jsonl"); err != nil {
		return nil, err
	}
	for _, list := range [][]tag.Paragraph{config.Train, config.Dev} {
		for i := range list {
			list[i].Clues = wordClues(list[i].Words)
		}
	}
	draft, err := tag.TrainNets(ctx, config)
	if err != nil {
		return nil, err
	}
	file, err := draft.Encode()
	if err != nil {
		return nil, err
	}
	m, err := tag.Load(file)
	if err == nil && config.Log != nil {
		config.Log.Info("rounded", "bytes", len(file), "whole", tag.Measure(config.Dev, draft.Tag).String(), "rounded", tag.Measure(config.Dev, m.Tag).String())
	}
	return file, err
}
