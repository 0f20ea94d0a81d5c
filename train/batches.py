"""The windows of data.py on the device, a batch at a time; what is lost on each task; what stands on PolNeAR dev."""
from collections import Counter
import numpy as np
import torch
from data_kinds import KINDS, NONE
from network import BARRED, LABELS, NAME_LABELS, ROLES, best_path, log_sum_of_paths

SURE = .9                # how far silver names are believed


class Rows:
    def __init__(self, path, device, part=1.):
        z = np.load(path)
        self.device, self.instances = device, z['instances']
        self.n, self.tokens, self.kind, self.document, self.at = (z[k].astype(np.int64) for k in ('n', 'tokens', 'kind', 'document', 'at'))
        on = lambda name: torch.from_numpy(z[name].astype(np.int32 if name == 'ids' else np.uint8)).to(device)
        self.ids, self.shape, self.role, self.name, self.stop = map(on, ('ids', 'shape', 'role', 'name', 'stop'))
        edge = lambda n: np.concatenate([[0], np.cumsum(n)[:-1]])
        self.piece_at, self.token_at = edge(self.n), edge(self.tokens)
        flat = np.flatnonzero(z['first'])
        self.place = torch.from_numpy((flat - np.repeat(self.piece_at, self.tokens)).astype(np.int32)).to(device)

    def of(self, kind): return np.flatnonzero(self.kind == KINDS.index(kind))

    def batch(self, chosen):
        """-> ids, shapes, mask [rows, pieces]; place of first pieces, there, role, name, stop [rows, tokens]; token: place in the flat arrays."""
        put = lambda x: torch.from_numpy(x).to(self.device, non_blocking=True)
        n, count = put(self.n[chosen]), put(self.tokens[chosen])
        piece = torch.arange(int(self.n[chosen].max()), device=self.device)[None]
        token = torch.arange(int(self.tokens[chosen].max()), device=self.device)[None]
        mask, there = piece < n[:, None], token < count[:, None]
        at_piece = (put(self.piece_at[chosen])[:, None] + piece).clamp(max=len(self.ids) - 1)
        at_token = (put(self.token_at[chosen])[:, None] + token).clamp(max=len(self.role) - 1)
        pieces = lambda flat: flat[at_piece].long() * mask
        tokens = lambda flat: flat[at_token].long()
        return {'ids': pieces(self.ids), 'shapes': pieces(self.shape), 'mask': mask, 'place': tokens(self.place) * there, 'there': there, 'count': count, 'n': n,
                'role': tokens(self.role), 'name': tokens(self.name), 'stop': tokens(self.stop) * there, 'token': at_token}

    def feed(self, kind, size, seed):
        order, rng = self.of(kind), np.random.default_rng(seed)
        while True:
            rng.shuffle(order)
            for k in range(0, len(order) - size + 1, size): yield order[k:k + size]
            if len(order) < size: yield order

    def documents(self, kind): return [np.flatnonzero(self.document == d) for d in np.unique(self.document[self.of(kind)])]


def at_tokens(b, *outputs):
    return [o.gather(1, b['place'][..., None].expand(-1, -1, o.shape[-1])) for o in outputs]


def crf_loss(b, logp, transitions, rows):
    """Mean negative log likelihood of the gold labels a token, with a third of plain cross-entropy, over the `rows` chosen."""
    logp, there, label = logp[rows], b['there'][rows], b['role'][rows].clamp(max=len(LABELS) - 1)
    steps = transitions + BARRED.to(logp.device)
    told = logp.gather(2, label[..., None])[..., 0] * there
    path = told.sum(1) + (steps[label[:, :-1], label[:, 1:]].clamp(min=-50) * there[:, 1:]).sum(1)
    return (log_sum_of_paths(logp, there, steps).sum() - path.sum() - .3 * told.sum()) / there.sum()


def taught_loss(b, logp, transitions, chances, steps_told, rows):
    """The same against the teachers' paths: mean over all of them, each by its chance; chances [tokens, 7], steps told [rows, 7, 7]."""
    logp, there = logp[rows], b['there'][rows]
    told = (chances * logp * there[..., None]).sum()
    path = told + (steps_told * transitions).sum()
    return (log_sum_of_paths(logp, there, transitions + BARRED.to(logp.device)).sum() - path - .3 * told) / there.sum()


def names_loss(b, logp, rows):
    """Silver is not wholly believed; names are rare, so that a token of one counts as four."""
    logp, label = logp[rows], b['name'][rows]
    known = b['there'][rows] & (label != NONE)
    label = label.clamp(max=len(NAME_LABELS) - 1)
    share = (1 - SURE) / (len(NAME_LABELS) - 1)
    each = -(SURE - share) * logp.gather(2, label[..., None])[..., 0] - share * logp.sum(-1)
    weight = known * (1 + 3. * (label > 0))
    return (each * weight).sum() / weight.sum().clamp(min=1)


# ---- A document read in windows: a token is told by the window in which it lies deepest. ----

def deepest(rows, windows):
    """-> for each token of the document, the window (place in `windows`) and the place in it."""
    length = int((rows.at[windows] + rows.tokens[windows]).max())
    depth, where, place = np.full(length, -1), np.zeros(length, np.int64), np.zeros(length, np.int64)
    for w, (i, count) in enumerate(zip(rows.at[windows], rows.tokens[windows])):
        k = np.arange(count)
        d = np.minimum(k if i else 10**6 + 0 * k, count - 1 - k if i + count < length else 10**6)
        better = d > depth[i:i + count]
        for old, new in ((depth, d), (where, np.full(count, w)), (place, k)): old[i:i + count][better] = new[better]
    return where, place


def spans_of(labels):
    out, open_ = [], None
    for i, l in enumerate(list(labels) + ['O']):
        if open_ and not (l[0] == 'I' and l[2:] == open_[0]): out.append((*open_, i)); open_ = None
        if l[0] == 'B': open_ = (l[2:], i)
    return set(out)


@torch.no_grad()
def read(model, rows, windows):
    """-> roles, names, sense [tokens, ..] of one document, each token by its deepest window."""
    b = rows.batch(windows)
    with torch.autocast(rows.device.type, torch.bfloat16, enabled=rows.device.type == 'cuda'): out = model(b['ids'], b['shapes'], b['mask'])
    where, place = map(torch.from_numpy, deepest(rows, windows))
    return [o[where.to(rows.device), place.to(rows.device)] for o in at_tokens(b, *out)], b


@torch.no_grad()
def score(model, rows, transitions):
    """-> exact F1 of source, cue, content on dev by the best path; F1 of names on GUM news outside test."""
    model.eval()
    hit, said, gold, at = Counter(), Counter(), Counter(), Counter()
    logps, labels = {}, {}
    for w in rows.documents('dev'):
        document = int(rows.document[w[0]])
        (logps[document], *_), b = read(model, rows, w)
        labels[document] = b['role'].cpu().numpy()[deepest(rows, w)]
    for document, count in rows.instances.tolist():
        cut = slice(at[document], at[document] + count); at[document] += count
        p = spans_of([LABELS[k] for k in best_path(logps[document][cut], transitions)])
        g = spans_of([LABELS[k] for k in labels[document][cut]])
        for r in ROLES:
            hit[r] += sum(s[0] == r for s in p & g); said[r] += sum(s[0] == r for s in p); gold[r] += sum(s[0] == r for s in g)
    out = {r: round(200 * hit[r] / max(1, said[r] + gold[r]), 2) for r in ROLES}
    n = Counter()
    for w in rows.documents('told'):
        (_, names, _), b = read(model, rows, w)
        at_deepest = deepest(rows, w)
        p = spans_of([NAME_LABELS[k] for k in names.argmax(-1).tolist()])
        g = spans_of([NAME_LABELS[k] for k in b['name'].cpu().numpy()[at_deepest]])
        n['hit'] += len(p & g)
        n['all'] += len(p) + len(g)
    model.train()
    return {**out, 'names': round(200 * n['hit'] / max(1, n['all']), 2)}
