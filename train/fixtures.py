"""python fixtures.py --encoder FOLDER --out ../src/language/fixtures/windows.json

Strings of our own making, with the ids and shapes that training sees: src/language/windows.test.ts asks TypeScript for the same.
Each row: [text, token lengths in UTF-16 units, ids per window, shapes per window].
"""
import argparse, json, random
from tokens import TOKEN, Windows

ap = argparse.ArgumentParser()
ap.add_argument('--encoder', required=True); ap.add_argument('--out', required=True)
a = ap.parse_args()
random.seed(11)
WORDS = """The mayor said reportedly U.S. N.A.T.O. can't won't didn’t shouldn't they're we’ve O'Neil's Smith-Jones 3,000 12:30 4.5 50% $2m
“quoted” ‘single’ "straight" 'inner' ``tex'' — – … ... Zürich naïve café İstanbul ŁÓDŹ Ærø São 東京 日本語 Москва Αθήνα مدينة עיר 👩‍👩‍👧 😀 ½ ² ٣ Ⅳ
snake_case well-known mother-in-law http://a.example/x?y=1 @handle #tag e-mail A B-52 COVID-19 iPhone McDonald EU-27 -LRB- -- & € £ ° § • ™ ﬁne ﬀ
supercalifragilisticexpialidocious Krzyżanowski-Świętosławska antidisestablishmentarianism ok. No. Jan. etc. 1990s 90s' rock’n’roll y’all l'Oréal d'Arc
\u200b \u00a0 \ufeff \u00ad e\u0301 I\u0307 ﷽ ㍿ Ⓐ ǅ ǆ ß ẞ ſ K""".split(' ')
MARKS = ['.', ',', '?', '!', ';', ':', '”', '"', "'", '’', '(', ')', '\n', '\n\n', '']
windows, rows = Windows(a.encoder), []
for n in range(2500):
    text = ''
    for _ in range(random.choice([1, 3, 8, 14])):
        text += random.choice(['', ' ', ' ', ' ']) + random.choice(WORDS) + random.choice(MARKS + [''] * 20)
    tokens = [m.group() for m in TOKEN.finditer(text)]
    pieces, cuts = windows.cut(tokens, 24, 5)
    examples = [windows.example(tokens, pieces, i, j) for i, j in cuts]
    rows.append([text, [len(t.encode('utf-16-le')) // 2 for t in tokens], [e[0] for e in examples], [e[1] for e in examples]])
with open(a.out, 'w', encoding='utf8') as f:
    f.write('[\n' + ',\n'.join(json.dumps(r, ensure_ascii=True, separators=(',', ':')) for r in rows) + '\n]\n')
