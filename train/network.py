"""The network: an encoder, word shape added to its piece embeddings, a linear head a task; a CRF over the roles; weight files.

The encoders are written out here (BERT's and MPNet's differ in how places are told), so that training needs torch alone; the
names of the weights are those of the files that the packages carry.
"""
import json, re
import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

ROLES = ('source', 'cue', 'content')
NAMES = ('person', 'organization', 'place', 'demonym', 'other')
bio_of = lambda kinds: ['O'] + [f'{edge}-{kind}' for kind in kinds for edge in 'BI']
LABELS, NAME_LABELS = bio_of(ROLES), bio_of(NAMES)
SHAPES, SENSE = 6, 128


class Layer(nn.Module):
    def __init__(self, size, mpnet, dropout):
        super().__init__()
        one = nn.Module
        self.attention, self.intermediate, self.output = one(), one(), one()
        if mpnet:
            self.attention.attn = one()
            for name in 'qkvo': setattr(self.attention.attn, name, nn.Linear(size, size))
            self.attention.LayerNorm = nn.LayerNorm(size, 1e-5)
        else:
            self.attention.self, self.attention.output = one(), one()
            for name in ('query', 'key', 'value'): setattr(self.attention.self, name, nn.Linear(size, size))
            self.attention.output.dense, self.attention.output.LayerNorm = nn.Linear(size, size), nn.LayerNorm(size, 1e-12)
        self.intermediate.dense, self.output.dense = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.output.LayerNorm = nn.LayerNorm(size, 1e-5 if mpnet else 1e-12)
        self.mpnet, self.drop = mpnet, nn.Dropout(dropout)

    def forward(self, x, bias):
        a = self.attention
        q, k, v, out, norm = (a.attn.q, a.attn.k, a.attn.v, a.attn.o, a.LayerNorm) if self.mpnet else (a.self.query, a.self.key, a.self.value, a.output.dense, a.output.LayerNorm)
        heads = lambda y: y.unflatten(-1, (12, -1)).transpose(1, 2)
        seen = F.scaled_dot_product_attention(heads(q(x)), heads(k(x)), heads(v(x)), attn_mask=bias)
        x = norm(x + self.drop(out(seen.transpose(1, 2).flatten(2))))
        return self.output.LayerNorm(x + self.drop(self.output.dense(F.gelu(self.intermediate.dense(x)))))


class Encoder(nn.Module):
    """BERT as all-MiniLM-L6-v2 has it (6 layers of 384), or MPNet as all-mpnet-base-v2 (12 of 768); 12 attention heads."""

    def __init__(self, size, layers, mpnet=False, vocabulary=None, dropout=.1):
        super().__init__()
        self.mpnet, e = mpnet, nn.Module()
        e.word_embeddings = nn.Embedding(vocabulary or (30527 if mpnet else 30522), size)
        e.position_embeddings = nn.Embedding(514 if mpnet else 512, size)
        if not mpnet: e.token_type_embeddings = nn.Embedding(2, size)
        e.LayerNorm = nn.LayerNorm(size, 1e-5 if mpnet else 1e-12)
        self.embeddings, self.encoder, self.drop = e, nn.Module(), nn.Dropout(dropout)
        self.encoder.layer = nn.ModuleList([Layer(size, mpnet, dropout) for _ in range(layers)])
        if mpnet: self.encoder.relative_attention_bias = nn.Embedding(32, 12)

    def forward(self, ids, shaped, mask):
        """ids: [rows, pieces] of BERT's vocabulary, padded with 0; shaped: what shape adds; mask: which pieces are there; None: all (BERT)."""
        e, n = self.embeddings, ids.shape[1]
        places = torch.arange(n, device=ids.device)
        if self.mpnet:
            # MPNet's vocabulary is BERT's moved by four, with its own marks at the edges; places begin after the padding's.
            moved = (ids + 4).masked_fill(ids == 101, 0).masked_fill(ids == 102, 2).masked_fill(~mask, 1)
            x = e.word_embeddings(moved) + e.position_embeddings(places + 2)
        else: x = e.word_embeddings(ids) + e.position_embeddings(places) + e.token_type_embeddings.weight[0]
        x = self.drop(e.LayerNorm(x + shaped))
        bias = None if mask is None else torch.zeros(mask.shape, device=ids.device, dtype=x.dtype).masked_fill(~mask, -1e4)[:, None, None]
        if self.mpnet: bias = bias + self.encoder.relative_attention_bias(near(places[None] - places[:, None])).permute(2, 0, 1)[None]
        if torch.is_autocast_enabled(): bias = bias.to(torch.get_autocast_gpu_dtype())
        for layer in self.encoder.layer: x = layer(x, bias)
        return x


def near(steps):
    """MPNet's bucket of a relative place: 8 each way by one, 8 by logarithm up to 128."""
    back, away = (-steps < 0).long() * 16, steps.abs()
    far = (8 + torch.log(away.clamp(min=1) / 8) / np.log(16) * 8).long().clamp(max=15)
    return back + torch.where(away < 8, away, far)


class Network(nn.Module):
    """ids, shapes: int [rows, pieces] -> roles [.., 7] and names [.., 11] as log probabilities, sense [.., 128]."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        size = encoder.embeddings.word_embeddings.embedding_dim
        self.shape = nn.Embedding(SHAPES, size)
        nn.init.zeros_(self.shape.weight)
        self.drop, self.head, self.names = nn.Dropout(.1), nn.Linear(size, len(LABELS)), nn.Linear(size, len(NAME_LABELS))
        # What a passage means: the mean of its tokens' vectors.
        self.sense = nn.Linear(size, SENSE)

    def forward(self, ids, shapes, mask=None):
        dropped = self.drop(self.encoder(ids, self.shape(shapes), mask))
        return F.log_softmax(self.head(dropped).float(), -1), F.log_softmax(self.names(dropped).float(), -1), self.sense(dropped)


def small(layers=6): return Network(Encoder(384, layers))
def large(): return Network(Encoder(768, 12, mpnet=True))


# ---- A linear-chain CRF. Steps that BIO bars cost 10,000; a window may begin inside a span. ----

BARRED = torch.tensor([[-1e4 if b[0] == 'I' and a[2:] != b[2:] else 0. for b in LABELS] for a in LABELS])


def log_sum_of_paths(logp, there, steps):
    """logp: [rows, tokens, 7]; steps: [7, 7] or one a row -> [rows]. Neighbours are joined pairwise: log2(tokens) products of matrices."""
    n, size = logp.shape[1], logp.shape[2]
    steps = steps.expand(len(logp), size, size)
    chain = steps[:, None] + logp[:, 1:, None, :]
    nothing = torch.full((size, size), -1e4, device=logp.device).fill_diagonal_(0.)
    chain = torch.where(there[:, 1:, None, None], chain, nothing)
    while chain.shape[1] > 1:
        if chain.shape[1] % 2: chain = torch.cat([chain, nothing.expand(len(chain), 1, size, size)], 1)
        chain = torch.logsumexp(chain[:, 0::2, :, :, None] + chain[:, 1::2, None, :, :], 3)
    return torch.logsumexp(logp[:, 0, :, None] + chain[:, 0], (1, 2)) if n > 1 else torch.logsumexp(logp[:, 0], 1)


def marginals(logp, there, transitions):
    """-> the chance of each label at each token [rows, tokens, 7], how often each step is expected in a row [rows, 7, 7]."""
    with torch.enable_grad():
        logp, steps = logp.detach().requires_grad_(), (transitions + BARRED.to(logp.device)).detach().expand(len(logp), -1, -1).clone().requires_grad_()
        return torch.autograd.grad(log_sum_of_paths(logp, there, steps).sum(), (logp, steps))


def best_path(logp, transitions):
    """[tokens, 7] -> labels of the best path; a text begins with no I-."""
    steps = (transitions + BARRED.to(transitions.device)).cpu().numpy()
    logp = logp.cpu().numpy()
    best, back = logp[0] + np.where([l[0] == 'I' for l in LABELS], -1e4, 0), []
    for row in logp[1:]:
        value = best[:, None] + steps
        back.append(value.argmax(0)); best = value.max(0) + row
    path = [int(best.argmax())]
    for index in reversed(back): path.append(int(index[path[-1]]))
    return path[::-1]


# ---- Weight files ----

def load(model, path):
    """Fills `model` from a .pt, a packed .npz, or the int8 .onnx that ships; says what the file does not hold."""
    state = torch.load(path, weights_only=True, map_location='cpu') if path.endswith('.pt') else shipped(path) if path.endswith('.onnx') else unpack(path)
    missing, unknown = model.load_state_dict(state, strict=False)
    print(path, 'missing:', missing, 'unknown:', unknown, flush=True)
    return model


def pack(state):
    """Int8 rows with a scale a row, float16 for the rest: a fourth of the size."""
    out = {}
    for name, value in state.items():
        value = value.float().cpu().numpy()
        if value.ndim == 2 and value.size > 10_000:
            scale = np.maximum(np.abs(value).max(1, keepdims=True), 1e-12) / 127
            out[name + '|int8'], out[name + '|scale'] = np.round(value / scale).astype(np.int8), scale.astype(np.float32)
        else: out[name] = value.astype(np.float16)
    return out


def unpack(path):
    arrays, state = np.load(path), {}
    for name in arrays.files:
        if name.endswith('|int8'): state[name[:-5]] = torch.from_numpy(arrays[name].astype(np.float32) * arrays[name[:-5] + '|scale'])
        elif '|' not in name: state[name] = torch.from_numpy(arrays[name].astype(np.float32))
    return state


def shipped(path):
    """Weights from the quantised graph: a matrix is told by the bias that is added to its product."""
    import onnx
    from onnx import numpy_helper
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


def save_transitions(transitions, path):
    with open(path, 'w') as f: json.dump({'labels': LABELS, 'transitions': [[round(v, 4) for v in row] for row in transitions.tolist()]}, f)
