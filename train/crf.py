"""python crf.py --start student.pt --encoder FOLDER --data ../../shared/data --silver silver/ --minutes 22 --out crf.pt --transitions ../models/transitions.json

A second stage: gold windows by a linear-chain CRF over the labels of tokens (so that whole spans count, not tokens), every
other batch silver by the teachers' probabilities, so that nothing learned is lost. The transitions are learned with it.
"""
import argparse, glob, json, os, random, time
import numpy as np
import torch
from torch import nn
from network import LABELS, Network, bert
from tokens import Windows, bio, polnear

ap = argparse.ArgumentParser()
for name in ('start', 'encoder', 'data', 'silver', 'out', 'transitions'): ap.add_argument('--' + name, required=True)
ap.add_argument('--minutes', type=float, required=True); ap.add_argument('--rate', type=float, default=1e-4)
ap.add_argument('--batch', type=int, default=20); ap.add_argument('--size', type=int, default=224)
a = ap.parse_args()
torch.manual_seed(9); random.seed(9)
windows = Windows(a.encoder)
BARRED = torch.tensor([[-1e4 if b[0] == 'I' and a[2:] != b[2:] else 0. for b in LABELS] for a in LABELS])


def gold_rows():
    for _, text, attributions in polnear(os.path.join(a.data, 'polnear/train')):
        tokens, labels = bio(text, attributions)
        pieces, cuts = windows.cut(tokens, a.size, 20)
        for i, j in cuts: yield (*windows.example(tokens, pieces, i, j), [LABELS.index(l) for l in labels[i:j]])


def silver_rows():
    for path in sorted(glob.glob(os.path.join(a.silver, '*.npz')))[::2]:
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


def run(batch):
    n = max(len(r[0]) for r in batch)
    ids, shapes, mask = (torch.zeros(len(batch), n, dtype=torch.long) for _ in range(3))
    for k, r in enumerate(batch):
        ids[k, :len(r[0])], shapes[k, :len(r[0])], mask[k, :len(r[0])] = torch.tensor(np.array(r[0], np.int64)), torch.tensor(np.array(r[1], np.int64)), 1
    return model(ids, shapes, mask), int(mask.sum())


def crf_loss(batch, logp):
    """Mean negative log likelihood a token, with a third of plain cross-entropy. A window may begin inside a span."""
    sizes = torch.tensor([len(r[2]) for r in batch]); n = int(sizes.max())
    place, label = torch.zeros(len(batch), n, dtype=torch.long), torch.zeros(len(batch), n, dtype=torch.long)
    for k, r in enumerate(batch): place[k, :len(r[2])], label[k, :len(r[3])] = torch.tensor(r[2]), torch.tensor(r[3])
    emitted = logp.gather(1, place[..., None].expand(-1, -1, len(LABELS)))
    inside, steps = torch.arange(n)[None] < sizes[:, None], transitions + BARRED
    told = emitted.gather(2, label[..., None])[..., 0] * inside
    path = told.sum(1) + (steps[label[:, :-1], label[:, 1:]].clamp(min=-50) * inside[:, 1:]).sum(1)
    alpha = emitted[:, 0]
    for t in range(1, n): alpha = torch.where(inside[:, t, None], torch.logsumexp(alpha[:, :, None] + steps, 1) + emitted[:, t], alpha)
    return (2 * (torch.logsumexp(alpha, 1) - path).sum() - .3 * told.sum()) / sizes.sum()


def silver_loss(batch, logp):
    want = torch.zeros_like(logp)
    for k, (_, _, first, probs) in enumerate(batch):
        p = probs.astype(np.float32) * first[:, None]
        want[k, :len(p)] = torch.from_numpy(p / np.maximum(p.sum(1, keepdims=True), 1e-6))
    return -(want * logp).sum() / want.sum()


gold, silver = batches(list(gold_rows())), batches(list(silver_rows()))
model = Network(bert(a.encoder)); model.load_state_dict(torch.load(a.start, weights_only=True), strict=False); model.train()
transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
optimizer = torch.optim.AdamW([{'params': list(model.parameters()), 'peak': a.rate}, {'params': [transitions], 'peak': 5e-3, 'weight_decay': 0.}], lr=a.rate, weight_decay=.01, fused=True)
mean, mean_steps, step, seen, began = {k: v.clone() for k, v in model.state_dict().items()}, transitions.detach().clone(), 0, 0, time.time()
while True:
    left = 1 - (time.time() - began) / (a.minutes * 60)
    if left <= 0: break
    for group in optimizer.param_groups: group['lr'] = group['peak'] * min(1, (step + 1) / 40) * left
    batch, loss_of = (next(gold), crf_loss) if step % 2 == 0 else (next(silver), silver_loss)
    logp, pieces = run(batch)
    loss = loss_of(batch, logp); loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.); optimizer.step(); optimizer.zero_grad(set_to_none=True)
    step, seen = step + 1, seen + pieces
    with torch.no_grad():
        rate = 1 - min(.99, (1 + step) / (10 + step))
        for k, v in model.state_dict().items():
            if v.dtype.is_floating_point: mean[k].lerp_(v, rate)
        mean_steps.lerp_(transitions, rate)
    if step % 25 == 0: print(step, round(1 - left, 3), round(loss.item(), 4), seen, flush=True)
torch.save(mean, a.out)
with open(a.transitions, 'w') as f: json.dump({'labels': LABELS, 'transitions': [[round(v, 4) for v in row] for row in mean_steps.tolist()]}, f)
