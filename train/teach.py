"""python teach.py --start t12.npz --windows windows.npz --out taught.npz --seeds 6 --seconds 540

Teachers: the 12x768 network trained on from `--start` with a CRF, several times over, each with its own seed and rate; what they
say together of every gold and news window is the first labelling. With it a second generation is trained, over news and gold,
and labels again. Kept for train.py, for each token: chances of roles and of names; for each window: how often each step is expected.
"""
import argparse, time
import numpy as np
import torch
from batches import Rows, at_tokens, crf_loss, names_loss, score, taught_loss
from network import LABELS, NAME_LABELS, large, load, marginals

ap = argparse.ArgumentParser()
for name in ('start', 'windows', 'out'): ap.add_argument('--' + name, required=True)
ap.add_argument('--seeds', type=int, default=6); ap.add_argument('--second', type=int, default=2, help='teachers of the second generation')
ap.add_argument('--seconds', type=float, default=540); ap.add_argument('--epochs', type=float, default=4); ap.add_argument('--second-share', type=float, default=.6)
ap.add_argument('--batch', type=int, default=32); ap.add_argument('--device', default='cuda'); ap.add_argument('--most', type=int, default=10**9)
a = ap.parse_args()
began, device = time.time(), torch.device(a.device)
rows = Rows(a.windows, device)
half = lambda: torch.autocast(device.type, torch.bfloat16, enabled=device.type == 'cuda')
labelled = np.concatenate([rows.of('gold'), rows.of('news')])
say = lambda *words: print(round(time.time() - began), 's', *words, flush=True)


def teacher(): return load(large(), a.start).to(device).train()


def learn(model, transitions, steps, rate, seed, taught=None):
    """Gold roles and names in every batch; news too where `taught` says what stands in it."""
    torch.manual_seed(seed)
    new = [p for n, p in model.named_parameters() if n.startswith(('names', 'head'))]
    old = [p for n, p in model.named_parameters() if not n.startswith(('names', 'head', 'sense'))]
    groups = [{'params': old, 'peak': rate}, {'params': new, 'peak': 5e-4}, {'params': [transitions], 'peak': 3e-3, 'weight_decay': 0.}]
    optimizer = torch.optim.AdamW(groups, lr=rate, weight_decay=.01, fused=device.type == 'cuda')
    feeds = [rows.feed('gold', a.batch if taught is None else a.batch // 2, seed), rows.feed('names', a.batch // 2, seed)]
    if taught is not None: feeds.append(rows.feed('news', a.batch, seed))
    for step in range(steps):
        for group in optimizer.param_groups: group['lr'] = group['peak'] * min(1, (step + 1) / 50) * (1 - step / steps)
        parts = [next(f) for f in feeds]
        cut = np.cumsum([0] + [len(p) for p in parts])
        b = rows.batch(np.concatenate(parts))
        with half(): out = model(b['ids'], b['shapes'], b['mask'])
        roles, names = at_tokens(b, *out[:2])
        gold = slice(0, cut[1])
        loss = crf_loss(b, roles, transitions, gold) + .5 * names_loss(b, names, slice(cut[1], cut[2]))
        if taught is None: loss = loss + .15 * names_loss(b, names, gold)
        else:
            news = slice(cut[2], cut[3])
            chances, named, steps_told = taught.of(b, parts[2], news)
            loss = loss + 2 * taught_loss(b, roles, transitions, chances, steps_told, news) - .5 * (named * names[news] * b['there'][news][..., None]).sum() / b['there'][news].sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
        optimizer.step(); optimizer.zero_grad(set_to_none=True)
        if step % 100 == 0: say(step, steps, round(float(loss), 4))


class Taught:
    """Sums of what teachers say, over the flat tokens and over windows."""

    def __init__(self):
        zeros = lambda *shape, kind=torch.float16: torch.zeros(*shape, device=device, dtype=kind)
        self.roles, self.names, self.steps, self.count = zeros(len(rows.role), len(LABELS)), zeros(len(rows.role), len(NAME_LABELS)), zeros(len(rows.n), len(LABELS), len(LABELS), kind=torch.float32), 0.

    @torch.no_grad()
    def add(self, model, transitions, weight=1.):
        model.eval()
        ordered = labelled[np.argsort(rows.n[labelled])]
        for k in range(0, len(ordered), 256):
            chosen = ordered[k:k + 256]
            b = rows.batch(chosen)
            with half(): out = model(b['ids'], b['shapes'], b['mask'])
            roles, names = at_tokens(b, *out[:2])
            chances, steps = marginals(roles, b['there'], transitions)
            flat = b['token'][b['there']]
            self.roles[flat] += (weight * chances[b['there']]).half()
            self.names[flat] += (weight * names.exp()[b['there']]).half()
            self.steps[torch.from_numpy(chosen).to(device)] += weight * steps
        self.count += weight
        model.train()

    def of(self, b, chosen, part):
        at = b['token'][part]
        return self.roles[at].float() / self.count, self.names[at].float() / self.count, self.steps[torch.from_numpy(chosen).to(device)] / self.count


taught, epoch = Taught(), len(rows.of('gold')) / 3 / a.batch
for seed in range(a.seeds):
    model, transitions = teacher(), torch.zeros(len(LABELS), len(LABELS), device=device, requires_grad=True)
    learn(model, transitions, min(a.most, int(a.epochs * (1 if seed % 2 else .7) * epoch)), (5e-5, 3e-5, 8e-5)[seed % 3], seed)
    say('teacher', seed, score(model, rows, transitions.detach()))
    taught.add(model, transitions.detach())
    say('labelled')
    if time.time() - began > .45 * a.seconds: break
second = Taught()
for k in range(a.second):
    left = a.seconds - (time.time() - began) - 30
    if left < 60: break
    model, transitions = teacher(), torch.zeros(len(LABELS), len(LABELS), device=device, requires_grad=True)
    # How many steps fit is measured on the first few.
    tried = time.time(); learn(model, transitions, 20, 1e-6, 90, taught)
    each = (time.time() - tried) / 20
    learn(model, transitions, min(a.most, int(left / (a.second - k) * .85 / each)), (8e-5, 1e-4)[k % 2], 100 + k, taught)
    say('second generation', k, score(model, rows, transitions.detach()))
    second.add(model, transitions.detach())
    say('labelled')
share = a.second_share if second.count else 0.
mix = lambda x, y: (1 - share) * x.float() / taught.count + (share * y.float() / second.count if second.count else 0)
byte = lambda x: torch.round(255 * x).to(torch.uint8).cpu().numpy()
np.savez(a.out, roles=byte(mix(taught.roles, second.roles)), names=byte(mix(taught.names, second.names)), steps=mix(taught.steps, second.steps).half().cpu().numpy())
say('written')
