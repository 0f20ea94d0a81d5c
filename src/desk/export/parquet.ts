import { ByteWriter, ParquetWriter, type BasicType, type SchemaElement } from 'hyparquet-writer';
import type { Material } from './material.ts';
import type { Cell, ColumnType, Table } from './tables/table.ts';

/** Rows that are packed at once: memory is theirs. */
const GROUP = 20_000;

const TYPES: Readonly<Record<ColumnType, { readonly type: 'BYTE_ARRAY' | 'INT32' | 'DOUBLE' | 'BOOLEAN'; readonly writes: BasicType }>> = {
  text: { type: 'BYTE_ARRAY', writes: 'STRING' },
  integer: { type: 'INT32', writes: 'INT32' },
  real: { type: 'DOUBLE', writes: 'DOUBLE' },
  'yes-no': { type: 'BOOLEAN', writes: 'BOOLEAN' },
}; // prettier-ignore

/** The table as Parquet, every column nullable, with its codebook in the file's own metadata. */
export async function* writeParquet(table: Table, material: Material): AsyncGenerator<Uint8Array> {
  const sink = new ByteWriter();
  const file = new ParquetWriter({
    writer: sink,
    schema: describeSchema(table),
    createdBy: material.program,
    kvMetadata: [
      { key: 'hearsay.table', value: table.what },
      { key: 'hearsay.made', value: material.at },
      ...table.columns.map(({ name, what }) => ({ key: `hearsay.column.${name}`, value: what })),
    ],
  });
  for await (const rows of groupRows(table.rows(material))) {
    await file.write({
      columnData: table.columns.map(({ name, type }) => ({
        name,
        data: rows.map((row) => row[name] ?? null),
        type: TYPES[type].writes,
        nullable: true,
      })),
      rowGroupSize: GROUP,
    });
    yield takeBytes(sink);
  }
  await file.finish();
  yield takeBytes(sink);
}

function describeSchema({ columns }: Table): SchemaElement[] {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }): SchemaElement => ({
      name,
      type: TYPES[type].type,
      repetition_type: 'OPTIONAL',
      ...(type === 'text' ? { converted_type: 'UTF8', logical_type: { type: 'STRING' } } : {}),
    })), // prettier-ignore
  ];
}

async function* groupRows<Row extends Readonly<Record<string, Cell>>>(rows: AsyncIterable<Row>): AsyncGenerator<Row[]> {
  let group: Row[] = [];
  for await (const row of rows) {
    group.push(row);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What was written since the last time. */
function takeBytes(sink: ByteWriter): Uint8Array {
  const bytes = sink.getBytes().slice();
  sink.index = 0;
  return bytes;
}
