"""Gold names: CrossNER politics (train, dev) and GUM outside news and test; and a name in GUM.

GUM marks mentions with all that hangs on them; a name is the run of proper nouns around the head of a mention whose head
is one, small words between two of them included ("University of X"), a title before a person left out.
"""
import glob, os, re

CROSSNER = {'person': 'person', 'politician': 'person', 'organisation': 'organization', 'organization': 'organization',
            'politicalparty': 'organization', 'location': 'place', 'country': 'place', 'event': 'other', 'election': 'other', 'misc': 'other'}
GUM = {'person': 'person', 'organization': 'organization', 'place': 'place', 'event': 'other', 'object': 'other', 'abstract': 'other', 'plant': 'other', 'animal': 'other'}
TITLE = re.compile(r'^(?:Mr|Mrs|Ms|Dr|Prof|Sir|Lord|Lady|Sen|Rep|Gov|Gen|Col|Capt|Lt|St|President|Professor|Doctor|Senator|Governor|King|Queen|Prince|Princess|Pope|General|Judge|Justice|Minister|Secretary|Mayor|Chancellor|Captain|Colonel|Director|Chairman)\.?$')


def labelled(tokens, spans):
    labels = ['O'] * len(tokens)
    for i, j, kind in sorted(spans, key=lambda s: s[1] - s[0]):
        if any(l != 'O' for l in labels[i:j]): continue
        labels[i:j] = [f'B-{kind}'] + [f'I-{kind}'] * (j - i - 1)
    return labels


def crossner(path):
    """Yields (tokens, labels). "Misc" that is a nationality counts as a demonym: a form in -ese, -ian, -ish… of one word."""
    for block in open(path, encoding='utf8').read().strip().split('\n\n'):
        rows = [line.split('\t') for line in block.split('\n')]
        tokens, labels = [r[0] for r in rows], []
        for token, label in rows:
            edge, _, kind = label.partition('-')
            kind = CROSSNER.get(kind, 'other')
            if label != 'O' and label.endswith('misc') and re.search(r'(?:ese|[ai]an|ish|[rc]i|ch)s?$', token): kind = 'demonym'
            labels.append('O' if label == 'O' else f'{edge}-{kind}')
        yield tokens, labels


def gum(folder, chosen):
    """Yields (tokens, labels) a document whose name `chosen` accepts."""
    for path in sorted(glob.glob(os.path.join(folder, 'dep', '*.conllu'))):
        if chosen(os.path.basename(path)[:-7]):
            tokens, spans = read_gum(path)
            yield tokens, labelled(tokens, spans)


def countries():
    """States, capitals, seats of power: GUM has them as organisations where they act; to us they are places."""
    rows = open(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../lexicons/heads.tsv'), encoding='utf8').read().split('\n')
    return {row.split('\t')[0] for row in rows if row.split('\t')[1:2] == ['country']}


def kind_of(kind, words, plural, states):
    if kind == 'person' and plural: return 'demonym'
    return 'place' if ' '.join(words) in states else GUM[kind]


def read_gum(path):
    """-> tokens, [(from, to, kind)] of the names of one document."""
    states = countries()
    tokens, proper, plural, heads, open_at, mentions, base = [], [], [], [], {}, [], 0
    for line in open(path, encoding='utf8'):
        part = line.rstrip('\n').split('\t')
        if line == '\n': base = len(tokens)
        if len(part) < 10 or not part[0].isdigit(): continue
        at = len(tokens)
        tokens.append(part[1]); plural.append(part[4] == 'NNPS'); proper.append(part[4] in ('NNP', 'NNPS') or part[3] == 'PROPN'); heads.append(base + int(part[6]) - 1 if part[6] != '0' else -1)
        entity = next((m[7:] for m in part[9].split('|') if m.startswith('Entity=')), '')
        for m in re.finditer(r'\((\d+)-([a-z]+)-[^()]*(\))?|(\d+)\)', entity):
            if m[4]:
                start, kind = open_at[m[4]].pop()
                mentions.append((start, at + 1, kind))
            elif m[3]: mentions.append((at, at + 1, m[2]))
            else: open_at.setdefault(m[1], []).append((at, m[2]))
    spans = set()
    for i, j, kind in mentions:
        if kind not in GUM: continue
        head = next((k for k in range(i, j) if not i <= heads[k] < j), i)
        if not proper[head]: continue
        a, b = head, head + 1
        inside = lambda k: k == head or (i <= heads[k] < j and (heads[k] == head or inside(heads[k])))
        while a > i and (proper[a - 1] or (a - 2 >= i and proper[a - 2] and tokens[a - 1] in ('of', 'the', 'for', '-', '&', 'de'))): a -= 1
        while b < j and inside(b) and (proper[b] or (b + 1 < j and proper[b + 1] and tokens[b] in ('of', 'the', 'for', '-', '&', 'de', 'and'))): b += 1
        while a < head and (TITLE.match(tokens[a]) and kind == 'person' or not proper[a]): a += 1
        if tokens[b - 1] in ("'s", '’s'): b -= 1
        if b > a and not (b - a == 1 and TITLE.match(tokens[a])): spans.add((a, b, kind_of(kind, tokens[a:b], plural[b - 1], states)))
    return tokens, [s for s in spans if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)]
