// One rule: a folder may import folders before it in this order, and never one after it. No exception list.
const order = ['base', 'capture', 'page', 'language', 'reading', 'ledger', 'desk'];

module.exports = {
  forbidden: [
    ...order.slice(0, -1).map((folder, i) => ({
      name: `${folder}-imports-nothing-after-it`,
      severity: 'error',
      from: { path: `^src/${folder}/` },
      to: {
        path: `^src/(${order.slice(i + 1).join('|')})/|^src/(pipeline|index|pool|worker|watch|reader|add-captures|trace-upstream|reread)\\.ts$`,
      },
    })),
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'heavy-libraries-stand-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(language/runtime|page/dom|ledger/store/(sqlite|postgres))\\.ts$' },
      to: { path: '^node_modules/(onnxruntime-|linkedom|@mozilla/readability|libsql|pg/|@types/pg)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
