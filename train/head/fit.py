"""python head/fit.py --gold out/gold.json --windows out/windows.npz --network ../models/tagger.onnx --folds ../evals/names/heads.bin

The head of names, learned on the network as it ships (int8, one window a run): a linear map of what the upper five layers
give of a token, by the gold of windows.ts, and on news held to what the head before it said. Six times: without each fold of
GUM's news documents, for the eval; and from all, which is put into the network. GUM's test documents are in none.

heads.bin: of each fold a float32 scale, then weight [1920 x 11] and bias [11] as int16, little-endian.
"""
import argparse, json
import numpy as np
import onnxruntime as ort
import torch
from torch.nn import functional as F
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
from data_kinds import KINDS
from graph import HIDDEN, put_head, with_hidden
from network import NAMES, NAME_LABELS

NEWS, SILVER, EPOCHS, RATE, BATCH, DROP = 3., .3, 4, 1e-3, 512, .1
PLAIN = .2     # so many of the tokens far from any name are learned from, each for 1 / PLAIN

ap = argparse.ArgumentParser()
for name in ('gold', 'windows', 'network', 'folds'): ap.add_argument('--' + name, required=True)
ap.add_argument('--silver', type=int, default=300, help='windows of news'); ap.add_argument('--threads', type=int, default=1)
a = ap.parse_args()
torch.set_num_threads(a.threads)
options = ort.SessionOptions()
options.intra_op_num_threads, options.log_severity_level = a.threads, 3
session = ort.InferenceSession(with_hidden(a.network).SerializeToString(), options, providers=['CPUExecutionProvider'])
random = np.random.default_rng(0)


def look(windows, length):
    """-> hidden [tokens, 1920] of float16, what the head before says [tokens, 11]; each token by the window in which it lies deepest."""
    hidden, said, depth = np.zeros((length, 384 * len(HIDDEN)), np.float16), np.zeros((length, len(NAME_LABELS)), np.float32), np.full(length, -1)
    for w in windows:
        names, *layers = session.run(['names', *HIDDEN], {'ids': np.array([w['ids']], np.int32), 'shape': np.array([w['shapes']], np.int32)})
        at = np.arange(w['from'], w['to'])
        deep = np.minimum(np.where(w['from'] == 0, 10**6, at - w['from']), np.where(w['to'] == length, 10**6, w['to'] - 1 - at))
        better = deep > depth[at]
        first, at = np.array(w['first'])[better], at[better]
        depth[at] = deep[better]
        hidden[at], said[at] = np.concatenate([layer[0][first] for layer in layers], -1), names[0][first]
    return hidden, said


def labels(text):
    """-> label of each token, -1 where it is unsure; which tokens are a name, beside one or capitalised."""
    y = np.zeros(len(text['shapes']), np.int64)
    for one in sorted(text['names'], key=lambda one: one['next'] - one['first']):
        if (y[one['first']:one['next']] > 0).any(): continue
        begin = 1 + 2 * NAMES.index(one['kind'])
        y[one['first']], y[one['first'] + 1:one['next']] = begin, begin + 1
    shapes, name = np.array(text['shapes']), y > 0
    near = name | (shapes == 2) | (shapes == 3)
    near[1:] |= name[:-1]; near[:-1] |= name[1:]
    for i in text['unsure']: y[i] = -1 if y[i] == 0 else y[i]
    return y, near


sets, parts, ys, weights = [], [], [], []
for text in json.load(open(a.gold)):
    if not text['shapes']: continue
    y, near = labels(text)
    news = text['set'].isdigit()
    keep = near | news | (random.random(len(y)) < PLAIN)
    parts.append(look(text['windows'], len(y))[0][keep]); ys.append(y[keep]); sets += [text['set']] * int(keep.sum())
    weights.append(np.where(news, NEWS, np.where(near, 1., 1 / PLAIN))[keep])
X, Y, W, sets = torch.from_numpy(np.concatenate(parts)), torch.from_numpy(np.concatenate(ys)), torch.from_numpy(np.concatenate(weights)).float(), np.array(sets)

z = np.load(a.windows)
edge = lambda n: np.concatenate([[0], np.cumsum(n.astype(np.int64))])
piece, silver = edge(z['n']), []
ids, shapes, first = z['ids'], z['shape'], z['first']
for w in random.choice(np.flatnonzero(z['kind'] == KINDS.index('news')), a.silver, replace=False):
    cut = slice(piece[w], piece[w + 1])
    one = {'from': 0, 'to': int(first[cut].sum()), 'ids': ids[cut].tolist(), 'shapes': shapes[cut].tolist(), 'first': np.flatnonzero(first[cut])}
    silver.append(look([one], one['to']))
SX, SY = torch.from_numpy(np.concatenate([h for h, _ in silver])), torch.from_numpy(np.exp(np.concatenate([s for _, s in silver])))


def fit(chosen):
    torch.manual_seed(0)
    x, y, w = X[chosen], Y[chosen], W[chosen] * (Y[chosen] >= 0)
    y = y.clamp(min=0)
    head = torch.nn.Linear(x.shape[1], len(NAME_LABELS))
    optimizer, steps, step = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=.01), EPOCHS * (len(x) // BATCH), 0
    for _ in range(EPOCHS):
        order = torch.randperm(len(x))
        for k in range(0, len(x) - BATCH + 1, BATCH):
            for group in optimizer.param_groups: group['lr'] = RATE * (1 - step / steps)
            q, s = order[k:k + BATCH], torch.randint(len(SX), (192,))
            told = F.log_softmax(head(F.dropout(x[q].float(), DROP)), 1)
            loss = -(told.gather(1, y[q][:, None])[:, 0] * w[q]).sum() / w[q].sum()
            loss = loss - SILVER * (SY[s] * F.log_softmax(head(SX[s].float()), 1)).sum(1).mean()
            optimizer.zero_grad(); loss.backward(); optimizer.step(); step += 1
    return head.weight.detach().numpy().T, head.bias.detach().numpy()


def packed(weight, bias):
    flat = np.concatenate([weight.ravel(), bias])
    scale = np.abs(flat).max() / 32767
    return np.float32(scale).tobytes() + np.round(flat / scale).astype('<i2').tobytes()


with open(a.folds, 'wb') as out:
    for fold in '12345': out.write(packed(*fit(torch.from_numpy(np.flatnonzero((sets != fold) & (sets != 'none'))))))
put_head(a.network, *fit(torch.from_numpy(np.flatnonzero(sets != 'none'))))
