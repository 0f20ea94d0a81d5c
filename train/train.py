"""python train.py --start ../models/tagger.onnx --windows windows.npz --taught taught.npz --sense minilm.npz --seconds 540 --out student

The network that ships, in one pass: roles by a CRF, from the gold and from the teachers' paths over all news; names from the
teachers and from gold; what a passage means, as all-MiniLM-L6-v2 has it. The rate falls linearly to nothing over --seconds, so that a run always ends; what is kept is a moving mean of the weights.
"""
import argparse, time
import numpy as np
import torch
from torch.nn import functional as F
from batches import Rows, at_tokens, crf_loss, names_loss, score, taught_loss
from network import LABELS, SENSE, Encoder, load, pack, save_transitions, small, unpack

ap = argparse.ArgumentParser()
for name in ('start', 'windows', 'taught', 'sense', 'out'): ap.add_argument('--' + name, required=True)
ap.add_argument('--seconds', type=float, default=540); ap.add_argument('--rate', type=float, default=4e-4); ap.add_argument('--seed', type=int, default=1)
ap.add_argument('--news', type=int, default=96); ap.add_argument('--gold', type=int, default=16); ap.add_argument('--gold-weight', type=float, default=.3)
ap.add_argument('--layers', type=int, default=6); ap.add_argument('--device', default='cuda')
a = ap.parse_args()
began, device = time.time(), torch.device(a.device)
torch.manual_seed(a.seed)
say = lambda *words: print(round(time.time() - began), 's', *words, flush=True)
rows, z = Rows(a.windows, device), np.load(a.taught)
taught_roles, taught_names, taught_steps = (torch.from_numpy(z[k]).to(device) for k in ('roles', 'names', 'steps'))
half = lambda: torch.autocast(device.type, torch.bfloat16, enabled=device.type == 'cuda')
model = load(small(a.layers), a.start).to(device).train()
transitions = torch.zeros(len(LABELS), len(LABELS), device=device, requires_grad=True)

# all-MiniLM-L6-v2 as it is, and the 128 directions that hold most of what it says.
minilm = Encoder(384, 6, dropout=0.)
minilm.load_state_dict(unpack(a.sense), strict=False)
minilm.to(device).eval()


def passages(b, part, count):
    """`count` passages a row of `part`: from one full stop to another, or any stretch. -> row, first token, token after the last."""
    stop, size = b['stop'][part], b['count'][part]
    n, m = stop.shape
    place = torch.arange(m, device=device)[None].expand(n, m)
    begin = torch.where(stop == 1, place, -1).cummax(1)[0] + 1
    end = torch.where(stop == 1, place, m).flip(1).cummin(1)[0].flip(1)
    row = torch.arange(n, device=device)[:, None].expand(n, count)
    at = (torch.rand(n, count, device=device) * (size[:, None] - 1)).long()
    take = lambda x: x.gather(1, at)
    loose = torch.rand(2, n, count, device=device)
    first = torch.where(loose[0] < .5, take(begin).clamp(max=m - 1), at)
    first = torch.minimum(first, at)
    last = torch.where(loose[1] < .6, take(end), at + 3 + (torch.rand(n, count, device=device) * 24).long())
    last = torch.minimum(torch.minimum(last, first + 48), size[:, None])
    good = last - first >= 4
    return row[good], first[good], last[good]


@torch.no_grad()
def meant(b, part, row, first, last):
    """What all-MiniLM-L6-v2 makes of the passages read by themselves: unit vectors [passages, 384]."""
    place, ids, n = b['place'][part], b['ids'][part], b['n'][part]
    a_, z_ = place[row, first], torch.where(last < b['count'][part][row], place[row, last.clamp(max=place.shape[1] - 1)], n[row] - 1)
    size = (z_ - a_).clamp(max=80)
    at = torch.arange(int(size.max()) + 2, device=device)[None]
    inner = ids[row[:, None], (a_[:, None] + at - 1).clamp(0, ids.shape[1] - 1)]
    piece = torch.where(at == 0, 101, torch.where(at <= size[:, None], inner, torch.where(at == size[:, None] + 1, 102, 0)))
    mask = at < size[:, None] + 2
    with half(): hidden = minilm(piece, torch.zeros((), device=device), mask)
    return F.normalize((hidden.float() * mask[..., None]).sum(1) / mask.sum(1, keepdim=True), dim=-1)


def pooled(sense, row, first, last):
    """Mean of the tokens' vectors of each passage, of unit length."""
    sums = F.pad(sense.float().cumsum(1), (0, 0, 1, 0))
    return F.normalize((sums[row, last] - sums[row, first]) / (last - first)[:, None], dim=-1)


news, gold, named = rows.feed('news', a.news, a.seed), rows.feed('gold', a.gold, a.seed), rows.feed('names', 16, a.seed)
with torch.no_grad():
    found = []
    for _ in range(20):
        b = rows.batch(next(news)); found.append(meant(b, slice(0, None), *passages(b, slice(0, None), 8)))
    main = torch.linalg.svd(torch.cat(found), full_matrices=False)[2][:SENSE].T.contiguous()
say('passages keep', round(float((torch.cat(found) @ main).norm(dim=-1).mean()), 3))

body = [p for n, p in model.named_parameters() if not n.startswith('sense')]
fresh = [p for n, p in model.named_parameters() if n.startswith('sense')]
groups = [{'params': body, 'peak': a.rate}, {'params': fresh, 'peak': 1e-3}, {'params': [transitions], 'peak': 3e-3, 'weight_decay': 0.}]
optimizer = torch.optim.AdamW(groups, lr=a.rate, weight_decay=.01, fused=device.type == 'cuda')
mean, mean_transitions, step, pieces, looked = {k: v.clone() for k, v in model.state_dict().items()}, transitions.detach().clone(), 0, 0, time.time()


def kept():
    other = small(a.layers).to(device)
    other.load_state_dict(mean)
    return other


def save():
    np.savez(a.out + '.npz', **{k: v.half().cpu().numpy() for k, v in mean.items()})
    save_transitions(mean_transitions, a.out + '.transitions.json')


while (left := 1 - (time.time() - began) / a.seconds) > 0:
    for group in optimizer.param_groups: group['lr'] = group['peak'] * min(1, (step + 1) / 200) * left
    parts = [next(news), next(gold), next(named)]
    cut = np.cumsum([0] + [len(p) for p in parts])
    on_news, on_gold, on_names = (slice(cut[k], cut[k + 1]) for k in range(3))
    b = rows.batch(np.concatenate(parts))
    with half(): out = model(b['ids'], b['shapes'], b['mask'])
    roles, names, sense = at_tokens(b, *out)
    pieces += int(rows.n[np.concatenate(parts)].sum())
    at = b['token'][on_news]
    there = b['there'][on_news]
    steps = taught_steps[torch.from_numpy(parts[0]).to(device)].float()
    losses = {
        'news': taught_loss(b, roles, transitions, taught_roles[at].float() / 255, steps, on_news),
        'gold': a.gold_weight * crf_loss(b, roles, transitions, on_gold),
        'news names': -.5 * (taught_names[at].float() / 255 * names[on_news] * there[..., None]).sum() / there.sum(),
        'names': .5 * names_loss(b, names, on_names),
    }
    some = slice(0, 32)
    spans = passages(b, some, 4)
    want, got = meant(b, some, *spans), pooled(sense[some], *spans)
    told = F.normalize(want @ main, dim=-1)
    losses['sense'] = .3 * (1 - (told * got).sum(-1)).mean() + 2 * ((want @ want.T - got @ got.T) ** 2).mean()
    sum(losses.values()).backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.)
    optimizer.step(); optimizer.zero_grad(set_to_none=True)
    step += 1
    with torch.no_grad():
        rate = 1 - min(.998, (1 + step) / (10 + step))
        torch._foreach_lerp_([mean[k] for k, v in model.state_dict().items()], list(model.state_dict().values()), rate)
        mean_transitions.lerp_(transitions, rate)
    if step % 200 == 0: say(step, round(1 - left, 3), {k: round(float(v), 4) for k, v in losses.items()}, pieces, 'pieces')
    if time.time() - looked > 100: say('at', step, score(kept(), rows, mean_transitions)); save(); looked = time.time()
save()
say('end', step, score(kept(), rows, mean_transitions))
