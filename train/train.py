"""python train.py --start ../models/tagger.onnx --encoder FOLDER --data ../../shared/data --names out/names.jsonl.gz --minutes 90 --out out/student.pt --transitions ../models/transitions.json

One network, two heads. In turn: gold roles by a linear-chain CRF over the labels of tokens (whole spans count, not tokens),
silver roles by the teachers' probabilities (so that nothing learned is lost), gold names. Names are learned on every batch:
the texts that have no gold ones carry silver. The rate falls linearly to nothing over --minutes of wall time, so that a run
always ends; what is kept is a moving mean of the weights, saved every ten minutes.
"""
import argparse, glob, gzip, json, os, random, time
import numpy as np
import torch
from torch import nn
from names import crossner, gum
from network import LABELS, NAME_LABELS, Network, bert, keep_layers, load
from tokens import Windows, bio, polnear

ap = argparse.ArgumentParser()
for name in ('start', 'encoder', 'data', 'names', 'out', 'transitions'): ap.add_argument('--' + name, required=True)
ap.add_argument('--silver', help="label.py's folder"); ap.add_argument('--minutes', type=float, required=True)
ap.add_argument('--rate', type=float, default=1e-4); ap.add_argument('--batch', type=int, default=20)
ap.add_argument('--size', type=int, default=224); ap.add_argument('--layers', help='places of the layers to keep, "0,2,5": a smaller network'); ap.add_argument('--seed', type=int, default=9)
a = ap.parse_args()
torch.manual_seed(a.seed); random.seed(a.seed)
windows = Windows(a.encoder)
BARRED = torch.tensor([[-1e4 if b[0] == 'I' and a[2:] != b[2:] else 0. for b in LABELS] for a in LABELS])
NEW_RATE, NAMES_WEIGHT, SURE = 5e-4, .4, .9
# What a batch is of, in turn.
TURNS = ('gold', 'silver', 'gold', 'names', 'gold')


def rows(tokens, roles=None, chances=None, names=None):
    """Windows of a text: what is not given is None. roles, names: an index a token; chances: [tokens, 7]."""
    pieces, cuts = windows.cut(tokens, a.size, 20)
    part = lambda of, i, j: None if of is None else np.asarray(of[i:j])
    for i, j in cuts:
        ids, shapes, first = windows.example(tokens, pieces, i, j)
        yield {'ids': ids, 'shapes': shapes, 'first': first, 'roles': part(roles, i, j), 'chances': part(chances, i, j), 'names': part(names, i, j)}


def gold_rows():
    for ident, text, attributions in polnear(os.path.join(a.data, 'polnear/train')):
        tokens, labels = bio(text, attributions)
        yield from rows(tokens, roles=[LABELS.index(l) for l in labels], names=silver_names.get(ident))


def silver_rows():
    for line in gzip.open(os.path.join(a.data, 'news/silver-attributions.jsonl.gz'), 'rt'):
        report = json.loads(line)
        yield from rows(report['tokens'], chances=np.array(report['probs'], np.uint8), names=silver_names.get(report['id']))
    for path in sorted(glob.glob(os.path.join(a.silver or '', 's*.npz'))):
        z = np.load(path); edges = np.concatenate([[0], np.cumsum(z['n'])])
        for s in map(slice, edges[:-1], edges[1:]):
            first = np.flatnonzero(z['first'][s])
            yield {'ids': z['ids'][s], 'shapes': z['shape'][s], 'first': first, 'roles': None, 'chances': z['probs'][s][first], 'names': None}


def names_rows():
    """Sentences of CrossNER are joined to windows; GUM by document, none of its news and none of its test part."""
    test = open(os.path.join(a.data, 'gum/splits.md'), encoding='utf8').read().split('## test')[1]
    index = lambda labels: [NAME_LABELS.index(l) for l in labels]
    joined = ([], [])
    for part in ('train', 'dev'):
        for tokens, labels in crossner(os.path.join(a.data, f'crossner/politics/{part}.txt')):
            if random.random() < .3: yield from rows(tokens, names=index(labels))
            joined[0].extend(tokens); joined[1].extend(index(labels))
            if len(joined[0]) > 140: yield from rows(joined[0], names=joined[1]); joined = ([], [])
    for tokens, labels in gum(os.path.join(a.data, 'gum'), lambda name: '_news_' not in name and name not in test):
        yield from rows(tokens, names=index(labels))


def batches(rows):
    while True:
        random.shuffle(rows)
        for i in range(0, len(rows), a.batch * 20):
            shard = sorted(rows[i:i + a.batch * 20], key=lambda r: len(r['ids']))
            cut = [shard[k:k + a.batch] for k in range(0, len(shard), a.batch)]; random.shuffle(cut)
            yield from cut


def run(batch):
    """-> log probabilities of roles and names at the tokens [rows, tokens, ..], which tokens are there, pieces read."""
    n, m = max(len(r['ids']) for r in batch), max(len(r['first']) for r in batch)
    ids, shapes, mask = (torch.zeros(len(batch), n, dtype=torch.long) for _ in range(3))
    place, there = torch.zeros(len(batch), m, dtype=torch.long), torch.zeros(len(batch), m, dtype=torch.bool)
    for k, r in enumerate(batch):
        size, count = len(r['ids']), len(r['first'])
        ids[k, :size], shapes[k, :size], mask[k, :size] = torch.tensor(np.array(r['ids'], np.int64)), torch.tensor(np.array(r['shapes'], np.int64)), 1
        place[k, :count], there[k, :count] = torch.tensor(np.array(r['first'], np.int64)), True
    roles, names, _ = model(ids, shapes, mask)
    at = lambda logp: logp.gather(1, place[..., None].expand(-1, -1, logp.shape[-1]))
    return at(roles), at(names), there, int(mask.sum())


def padded(batch, name, shape):
    out = np.zeros((len(batch), *shape), np.float32 if len(shape) > 1 else np.int64)
    for k, r in enumerate(batch):
        if r[name] is not None: out[k, :len(r[name])] = r[name]
    return torch.from_numpy(out)


def crf_loss(batch, logp, there):
    """Mean negative log likelihood a token, with a third of plain cross-entropy. A window may begin inside a span."""
    label, steps, n = padded(batch, 'roles', there.shape[1:]), transitions + BARRED, there.shape[1]
    told = logp.gather(2, label[..., None])[..., 0] * there
    path = told.sum(1) + (steps[label[:, :-1], label[:, 1:]].clamp(min=-50) * there[:, 1:]).sum(1)
    alpha = logp[:, 0]
    for t in range(1, n): alpha = torch.where(there[:, t, None], torch.logsumexp(alpha[:, :, None] + steps, 1) + logp[:, t], alpha)
    return (2 * (torch.logsumexp(alpha, 1) - path).sum() - .3 * told.sum()) / there.sum()


def silver_loss(batch, logp, there):
    want = padded(batch, 'chances', (there.shape[1], len(LABELS)))
    return -(want / want.sum(-1, keepdim=True).clamp(min=1e-6) * logp).sum() / there.sum()


def names_loss(batch, logp, there):
    """Silver is not wholly believed; names are rare, so that a token of one counts as four."""
    label = padded(batch, 'names', there.shape[1:])
    share = (1 - SURE) / (len(NAME_LABELS) - 1)
    each = -(SURE - share) * logp.gather(2, label[..., None])[..., 0] - share * logp.sum(-1)
    known = torch.tensor([r['names'] is not None for r in batch])
    weight = (there & known[:, None]) * (1 + 3. * (label > 0))
    return (each * weight).sum() / weight.sum()


silver_names = {r['id']: r['labels'] for r in map(json.loads, gzip.open(a.names, 'rt'))}
kinds = {'gold': list(gold_rows()), 'silver': list(silver_rows()), 'names': list(names_rows())}
print({k: (len(v), sum(len(r['ids']) for r in v)) for k, v in kinds.items()}, 'windows, pieces', flush=True)
feeds = {kind: batches(found) for kind, found in kinds.items()}
model = load(Network(bert(a.encoder)), a.start).train()
if a.layers: keep_layers(model, [int(k) for k in a.layers.split(',')])
transitions = torch.zeros(len(LABELS), len(LABELS))
if os.path.exists(a.transitions): transitions = torch.tensor(json.load(open(a.transitions))['transitions']).clamp(min=-50)
transitions = nn.Parameter(transitions)
heads = list(model.names.parameters())
body = [p for n, p in model.named_parameters() if not n.startswith('names')]
optimizer = torch.optim.AdamW([{'params': body, 'peak': a.rate}, {'params': heads, 'peak': NEW_RATE}, {'params': [transitions], 'peak': 2e-3, 'weight_decay': 0.}], lr=a.rate, weight_decay=.01, fused=True)
mean, mean_steps, step, seen, began, saved = {k: v.clone() for k, v in model.state_dict().items()}, transitions.detach().clone(), 0, 0, time.time(), time.time()


def save():
    torch.save(mean, a.out)
    with open(a.out.replace('.pt', '.transitions.json'), 'w') as f:
        json.dump({'labels': LABELS, 'transitions': [[round(v, 4) for v in row] for row in mean_steps.tolist()]}, f)


told = {}
while (left := 1 - (time.time() - began) / (a.minutes * 60)) > 0:
    for group in optimizer.param_groups: group['lr'] = group['peak'] * min(1, (step + 1) / 60) * left
    kind = TURNS[step % len(TURNS)]
    batch = next(feeds[kind])
    roles, names, there, pieces = run(batch)
    loss = 0.
    if kind == 'gold': loss = crf_loss(batch, roles, there)
    if kind == 'silver': loss = silver_loss(batch, roles, there)
    told[kind] = float(loss)
    if any(r['names'] is not None for r in batch):
        named = names_loss(batch, names, there); told[kind + ' names'] = named.item()
        loss = loss + named * (1 if kind == 'names' else NAMES_WEIGHT)
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), 1.); optimizer.step(); optimizer.zero_grad(set_to_none=True)
    step, seen = step + 1, seen + pieces
    with torch.no_grad():
        rate = 1 - min(.995, (1 + step) / (10 + step))
        for k, v in model.state_dict().items():
            if v.dtype.is_floating_point: mean[k].lerp_(v, rate)
        mean_steps.lerp_(transitions, rate)
    if step % 25 == 0: print(step, round(1 - left, 3), {k: round(v, 4) for k, v in told.items()}, seen, round(seen / (time.time() - began)), 'pieces/s', flush=True)
    if time.time() - saved > 600: save(); saved = time.time()
save()
