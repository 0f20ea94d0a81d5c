"""python train.py --start s6.npz --encoder FOLDER --data ../../shared/data --silver silver/ --minutes 62 --out student.pt

Distils: gold windows with their labels, silver ones with the teachers' probabilities, in the same batches. The rate falls
linearly to nothing over --minutes of wall time, so that a run always ends; what is kept is a moving mean of the weights,
saved every ten minutes.
"""
import argparse, glob, gzip, json, os, random, time
import numpy as np
import torch
from torch import nn
from network import LABELS, Network, bert, unpack
from tokens import Windows, bio, polnear

ap = argparse.ArgumentParser()
for name in ('start', 'encoder', 'data', 'silver', 'out'): ap.add_argument('--' + name, required=True)
ap.add_argument('--minutes', type=float, required=True); ap.add_argument('--rate', type=float, default=2e-4)
ap.add_argument('--batch', type=int, default=20); ap.add_argument('--size', type=int, default=224); ap.add_argument('--gold', type=int, default=2)
a = ap.parse_args()
torch.manual_seed(5); random.seed(5)
HEAD_RATE = 5e-4
windows = Windows(a.encoder)


def row(tokens, pieces, i, j, target):
    """-> ids, shapes, which pieces stand for a token, target [pieces, 7]; `target(k)` is the distribution of token k."""
    ids, shapes, first = windows.example(tokens, pieces, i, j)
    want, at = np.zeros((len(ids), len(LABELS)), np.float16), np.zeros(len(ids), bool)
    at[first] = True
    for place, k in zip(first, range(i, j)): want[place] = target(k)
    return np.array(ids, np.uint16), np.array(shapes, np.uint8), at, want


def gold_rows():
    for _, text, attributions in polnear(os.path.join(a.data, 'polnear/train')):
        tokens, labels = bio(text, attributions)
        pieces, cuts = windows.cut(tokens, a.size, 20)
        for i, j in cuts: yield row(tokens, pieces, i, j, lambda k: [float(l == labels[k]) for l in LABELS])


def silver_rows():
    for line in gzip.open(os.path.join(a.data, 'news/silver-attributions.jsonl.gz'), 'rt'):
        report = json.loads(line)
        pieces, cuts = windows.cut(report['tokens'], a.size, 20)
        for i, j in cuts: yield row(report['tokens'], pieces, i, j, lambda k: np.array(report['probs'][k]) / 100)
    for path in sorted(glob.glob(os.path.join(a.silver, '*.npz'))):
        z = np.load(path); edges = np.concatenate([[0], np.cumsum(z['n'])])
        ids, shape, first, probs = z['ids'], z['shape'], z['first'], z['probs']
        for s in map(slice, edges[:-1], edges[1:]): yield ids[s], shape[s], first[s], probs[s]


def batches(rows):
    while True:
        random.shuffle(rows)
        for i in range(0, len(rows), a.batch * 20):
            shard = sorted(rows[i:i + a.batch * 20], key=lambda r: len(r[0]))
            cut = [shard[k:k + a.batch] for k in range(0, len(shard), a.batch)]; random.shuffle(cut)
            yield from cut


def tensors(batch):
    n = max(len(r[0]) for r in batch)
    ids, mask, shapes = (np.zeros((len(batch), n), np.int64) for _ in range(3))
    want = np.zeros((len(batch), n, len(LABELS)), np.float32)
    for k, (i, s, at, p) in enumerate(batch):
        ids[k, :len(i)], mask[k, :len(i)], shapes[k, :len(i)] = i, 1, s
        p = p.astype(np.float32) * at[:, None]
        want[k, :len(i)] = p / np.maximum(p.sum(1, keepdims=True), 1e-6)
    return map(torch.from_numpy, (ids, shapes, mask, want))


gold, silver = list(gold_rows()), list(silver_rows())
print(len(gold), 'gold windows', len(silver), 'silver windows', sum(len(r[0]) for r in silver), 'pieces', flush=True)
model = Network(bert(a.encoder)); model.load_state_dict(unpack(a.start), strict=False); model.train()
new = [p for n, p in model.named_parameters() if n.startswith(('head', 'shape'))]
old = [p for n, p in model.named_parameters() if not n.startswith(('head', 'shape'))]
optimizer = torch.optim.AdamW([{'params': old, 'peak': a.rate}, {'params': new, 'peak': HEAD_RATE}], lr=a.rate, weight_decay=.01, fused=True)
mean, step, seen, began, saved = {k: v.clone() for k, v in model.state_dict().items()}, 0, 0, time.time(), time.time()
for batch in batches(gold * a.gold + silver):
    left = 1 - (time.time() - began) / (a.minutes * 60)
    if left <= 0: break
    for group in optimizer.param_groups: group['lr'] = group['peak'] * min(1, step / 150) * left
    ids, shapes, mask, want = tensors(batch)
    loss = -(want * model(ids, shapes, mask)).sum() / want.sum(); loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.); optimizer.step(); optimizer.zero_grad(set_to_none=True)
    step, seen = step + 1, seen + int(mask.sum())
    with torch.no_grad():
        for k, v in model.state_dict().items():
            if v.dtype.is_floating_point: mean[k].lerp_(v, 1 - min(.995, (1 + step) / (10 + step)))
    if step % 50 == 0: print(step, round(1 - left, 3), round(loss.item(), 4), seen, round(seen / (time.time() - began)), 'tokens/s', flush=True)
    if time.time() - saved > 600: torch.save(mean, a.out); saved = time.time()
torch.save(mean, a.out)
