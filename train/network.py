"""The network: a BERT-shaped encoder, word shape added to its piece embeddings, one linear head. And the files it travels in."""
import json
import numpy as np
import torch
from torch import nn
from transformers import BertConfig, BertModel

LABELS = ['O', 'B-source', 'I-source', 'B-cue', 'I-cue', 'B-content', 'I-content']
ROLES = ('source', 'cue', 'content')
SHAPES = 6


class Network(nn.Module):
    """ids, shapes: int [batch, pieces] -> log probabilities [batch, pieces, 7]."""

    def __init__(self, encoder, labels=len(LABELS)):
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shape.weight)
        self.drop, self.head = nn.Dropout(0.1), nn.Linear(size, labels)

    def forward(self, ids, shapes, mask=None):
        pieces = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=pieces, attention_mask=mask).last_hidden_state
        return torch.log_softmax(self.head(self.drop(hidden)), -1)


def bert(folder, dropout=0.1):
    """An empty encoder of the shape that `folder/config.json` describes (all-MiniLM-L6-v2: 6 layers of 384)."""
    config = BertConfig.from_pretrained(folder)
    config.attention_probs_dropout_prob, config.hidden_dropout_prob = 0.0, dropout
    return BertModel(config, add_pooling_layer=False)


def unpack(path):
    """Weights from an .npz of int8 rows with a scale a row and float16 for the rest (design/first-tagger/weights.py)."""
    arrays, state = np.load(path), {}
    for name in arrays.files:
        if name.endswith('|int8'):
            state[name[:-5]] = torch.from_numpy(arrays[name].astype(np.float32) * arrays[name[:-5] + '|scale'])
        elif '|' not in name:
            value = arrays[name]
            state[name] = torch.from_numpy(value.astype(np.float32) if value.dtype == np.float16 else value)
    return state
