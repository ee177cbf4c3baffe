import { Client } from 'pg'

/**
 * The live schema as a text: every table with its columns, constraints and indexes, in a stable order. The committed
 * `schema.sql` is this text; a test holds both together, so that a migration shows in review as what it makes.
 */
export async function dumpSchema(databaseUrl: string): Promise<string> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows: columns } = await client.query<Column>(selectColumns)
    const { rows: constraints } = await client.query<Part>(selectConstraints)
    const { rows: indexes } = await client.query<Part>(selectIndexes)
    const tables = [...new Set(columns.map(({ table }) => table))]
    return tables.map(table => presentTable(table, columns, constraints, indexes)).join('\n')
  } finally {
    await client.end()
  }
}

type Column = {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly otherwise: string | null
}

type Part = { readonly table: string; readonly words: string }

function presentTable(
  table: string,
  columns: readonly Column[],
  constraints: readonly Part[],
  indexes: readonly Part[],
): string {
  const of = <T extends { readonly table: string }>(parts: readonly T[]) =>
    parts.filter(one => one.table === table)
  const lines = [...of(columns).map(presentColumn), ...of(constraints).map(({ words }) => words)]
  const statements = [
    `create table ${table} (\n${lines.map(line => `  ${line}`).join(',\n')}\n);`,
    ...of(indexes).map(({ words }) => `${words};`),
  ]
  return `${statements.join('\n')}\n`
}

const presentColumn = ({ name, type, isRequired, otherwise }: Column): string =>
  [
    name,
    type,
    ...(isRequired ? ['not null'] : []),
    ...(otherwise === null ? [] : [`default ${otherwise}`]),
  ].join(' ')

const selectColumns = `
  select quote_ident(c.relname) as table, quote_ident(a.attname) as name,
         format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "isRequired",
         pg_get_expr(d.adbin, d.adrelid) as otherwise
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relkind in ('r', 'p', 'v', 'm')
   order by c.relname collate "C", a.attnum`

// PostgreSQL 18 lists "not null" among the constraints as well; it is told with the column already.
const selectConstraints = `
  select quote_ident(c.relname) as table,
         format('constraint %I %s', o.conname, pg_get_constraintdef(o.oid)) as words
    from pg_constraint o
    join pg_class c on c.oid = o.conrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where o.contype <> 'n'
   order by c.relname collate "C", array_position(array['p', 'u', 'f', 'c'], o.contype::text), o.conname collate "C"`

const selectIndexes = `
  select quote_ident(c.relname) as table, pg_get_indexdef(i.indexrelid) as words
    from pg_index i
    join pg_class c on c.oid = i.indrelid
    join pg_class x on x.oid = i.indexrelid
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
   where not exists (select from pg_constraint o where o.conindid = i.indexrelid and o.contype in ('p', 'u', 'x'))
   order by c.relname collate "C", x.relname collate "C"`
