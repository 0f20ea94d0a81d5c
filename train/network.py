"""The network: a BERT-shaped encoder, word shape added to its piece embeddings, a linear head a task. And the files it travels in."""
import re
import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from transformers import BertConfig, BertModel

ROLES = ('source', 'cue', 'content')
NAMES = ('person', 'organization', 'place', 'demonym', 'other')
bio_of = lambda kinds: ['O'] + [f'{edge}-{kind}' for kind in kinds for edge in 'BI']
LABELS, NAME_LABELS = bio_of(ROLES), bio_of(NAMES)
SHAPES = 6


class Network(nn.Module):
    """ids, shapes: int [batch, pieces] -> log probabilities of roles [.., 7] and of names [.., 11], the last layer [.., size]."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shape.weight)
        self.drop, self.head, self.names = nn.Dropout(0.1), nn.Linear(size, len(LABELS)), nn.Linear(size, len(NAME_LABELS))

    def forward(self, ids, shapes, mask=None):
        pieces = self.encoder.embeddings.word_embeddings(ids) + self.shape(shapes)
        hidden = self.encoder(inputs_embeds=pieces, attention_mask=mask).last_hidden_state
        dropped = self.drop(hidden)
        return torch.log_softmax(self.head(dropped), -1), torch.log_softmax(self.names(dropped), -1), hidden


def bert(folder, dropout=0.1):
    """An empty encoder of the shape that `folder/config.json` describes (all-MiniLM-L6-v2: 6 layers of 384)."""
    config = BertConfig.from_pretrained(folder)
    config.attention_probs_dropout_prob, config.hidden_dropout_prob = 0.0, dropout
    return BertModel(config, add_pooling_layer=False)


def keep_layers(model, kept):
    """Cuts the encoder to the layers at the places `kept`."""
    layers = model.encoder.encoder.layer
    model.encoder.encoder.layer = nn.ModuleList([layers[k] for k in kept])
    model.encoder.config.num_hidden_layers = len(kept)


def load(model, path):
    """Fills `model` from a .pt, a packed .npz, or the int8 .onnx that ships, with as many layers; says what the file does not hold."""
    state = torch.load(path, weights_only=True) if path.endswith('.pt') else shipped(path) if path.endswith('.onnx') else unpack(path)
    keep_layers(model, range(len({name.split('.')[3] for name in state if name.startswith('encoder.encoder.layer.')})))
    missing, unknown = model.load_state_dict(state, strict=False)
    print(path, 'missing:', missing, 'unknown:', unknown, flush=True)
    return model


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


def shipped(path):
    """Weights from the quantised graph: a matrix is told by the bias that is added to its product."""
    graph = onnx.load(path).graph
    value = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    made = {out: node for node in graph.node for out in node.output}
    plain = lambda name: (value[name + '_quantized'].astype(np.float32) - value[name + '_zero_point'].astype(np.float32)) * value[name + '_scale']
    state = {name: array for name, array in value.items() if not re.search(r'_(scale|zero_point|quantized)$|^onnx::|^/', name) and array.dtype == np.float32}
    for name in value:
        if name.endswith('.weight_quantized'): state[name[:-10]] = plain(name[:-10])
    for bias in [name for name in state if name.endswith('.bias') and 'LayerNorm' not in name]:
        back = [out for node in graph.node if node.op_type == 'Add' and bias in node.input for out in node.input if out != bias]
        while back:
            node = made.get(back.pop())
            weight = node and next((i[:-10] for i in node.input if i.endswith('_quantized') and i.startswith('onnx::')), None)
            if weight: state[bias[:-4] + 'weight'] = plain(weight).T; break
            if node and node.op_type != 'DynamicQuantizeLinear': back += [i for i in node.input if i in made]
    return {name.removeprefix('network.'): torch.from_numpy(np.array(array, np.float32)) for name, array in state.items()}
