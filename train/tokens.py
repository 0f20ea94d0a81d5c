"""Text to tokens to word pieces to windows: the same as src/language/{tokens,pieces,windows}.ts (fixtures.py proves it)."""
import glob, os, re
from collections import Counter, defaultdict
from transformers import AutoTokenizer
from network import LABELS, ROLES

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|(?:can|wo|do|does|did|is|are|was|were|have|has|had|would|could|should|ai|must|need)(?=n['’]t\b)"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|``|''|\w+(?:-\w+)*|\.\.\.|[^\w\s]", re.I)
PLAIN = {'“': '"', '”': '"', '``': '"', "''": '"', '‘': "'", '’': "'", '`': "'", '-LRB-': '(', '-RRB-': ')', '–': '-', '—': '-', '--': '-'}


def plain(token):
    return PLAIN.get(token, token).replace('’', "'")


def shape(token):
    if len(token) > 1 and token.isupper(): return 3
    if token[:1].isupper(): return 2
    if any(c.isdecimal() for c in token): return 4
    return 1 if any(c.isalnum() for c in token) else 5


def polnear(folder):
    """Yields (id, text, attributions) from a PolNeAR part; spans are character offsets; several annotators, several yields."""
    for path in sorted(glob.glob(os.path.join(folder, 'attributions', '*.ann'))):
        ident = os.path.basename(path)[:-4]
        spans, found = {}, []
        for line in open(path, encoding='utf8'):
            part = line.rstrip('\n').split('\t')
            if re.match(r'T\d', line) and len(part) > 1:
                spans[part[0]] = [tuple(map(int, x.split())) for x in part[1].split(' ', 1)[1].split(';')]
            elif re.match(r'E\d', line):
                roles = defaultdict(list)
                for x in part[1].split():
                    role, span = x.split(':')
                    roles[re.sub(r'\d', '', role).lower()] += spans.get(span, [])
                found.append({r: roles[r] for r in ROLES if roles[r]})
        text = os.path.join(folder, 'text', ident.rsplit('_', 1)[0] + '.txt')
        yield ident, open(text, encoding='utf8', newline='').read(), found


def bio(text, attributions):
    """Tokens and labels; source and cue win over the content around them."""
    label, start = ['O'] * len(text), [False] * len(text)
    for role in ('content', 'source', 'cue'):
        for attribution in attributions:
            for a, b in attribution.get(role, ()):
                for i in range(a, min(b, len(text))): label[i], start[i] = role, False
                if a < len(text): start[a] = True
    tokens, labels, before = [], [], 'O'
    for m in TOKEN.finditer(text):
        role = Counter(label[m.start():m.end()]).most_common(1)[0][0]
        fresh = before != role or any(start[i] and label[i] == role for i in range(*m.span()))
        labels.append('O' if role == 'O' else ('B-' if fresh else 'I-') + role)
        tokens.append(m.group()); before = role
    return tokens, labels


class Windows:
    def __init__(self, folder):
        self.tok = AutoTokenizer.from_pretrained(folder)

    def pieces(self, tokens):
        if not tokens: return []
        return [p or [self.tok.unk_token_id] for p in self.tok([plain(t) for t in tokens], add_special_tokens=False)['input_ids']]

    def cut(self, tokens, size, overlap, shift=0):
        """-> word pieces per token, and windows [i, j) of at most `size` pieces that share `overlap` tokens; the first `shift` pieces shorter."""
        pieces = [p[:size - 2] for p in self.pieces(tokens)]
        out, i = [], 0
        while i < len(tokens):
            j, used = i, shift if i == 0 else 0
            while j < len(tokens) and used + len(pieces[j]) <= size - 2: used += len(pieces[j]); j += 1
            out.append((i, j))
            if j >= len(tokens): break
            i = max(i + 1, j - overlap)
        return pieces, out

    def example(self, tokens, pieces, i, j):
        """-> piece ids, shape of each piece, place of each token's first piece."""
        ids, shapes, first = [self.tok.cls_token_id], [0], []
        for k in range(i, j):
            first.append(len(ids))
            ids += pieces[k]; shapes += [shape(tokens[k])] * len(pieces[k])
        return ids + [self.tok.sep_token_id], shapes + [0], first
