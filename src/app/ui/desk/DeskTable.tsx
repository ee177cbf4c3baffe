import { Table } from 'antd'
import type { ReactNode } from 'react'
import { useDeskWords } from '#app/i18n/desk-words.tsx'
import { Press } from '../Press.tsx'

/** One column. With `sortBy` its heading sorts, by mouse and by Enter. */
export type DeskColumn<Row> = {
  readonly key: string
  readonly says: string
  readonly show: (row: Row) => ReactNode
  readonly sortBy?: ((row: Row) => string | number) | undefined
  /** Numbers stand at the right. */
  readonly numbers?: boolean | undefined
  readonly width?: number | undefined
}

const MOST_AT_ONCE = 100

/** Rows and columns at the desk: no stripes, sortable, pages from a hundred rows on. */
export function DeskTable<Row extends object>(props: {
  /** What the table holds, for a screen reader. */
  readonly name: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly columns: readonly DeskColumn<Row>[]
  /** Where a row leads; its first cell becomes the link. */
  readonly leads?: ((row: Row) => string) | undefined
  readonly empty?: ReactNode
}) {
  const words = useDeskWords('shell')
  const { leads } = props
  const [first] = props.columns
  const columns = props.columns.map(column => ({
    key: column.key,
    title: column.sortBy === undefined ? column.says : <span className="sorts">{column.says}</span>,
    render: (_: unknown, row: Row) =>
      leads !== undefined && column === first ? (
        <Press leads={{ to: leads(row) }} className="cell-link">
          {column.show(row)}
        </Press>
      ) : (
        column.show(row)
      ),
    ...(column.numbers ? { align: 'right' as const } : {}),
    ...(column.width === undefined ? {} : { width: column.width }),
    ...(column.sortBy === undefined ? {} : { sorter: orderBy(column.sortBy), showSorterTooltip: false }),
  }))
  return (
    <div className="desk-table">
      <Table<Row>
        caption={<span className="unseen">{props.name}</span>}
        rowKey={props.keyOf}
        dataSource={[...props.rows]}
        columns={columns}
        pagination={
          props.rows.length > MOST_AT_ONCE ? { pageSize: MOST_AT_ONCE, showSizeChanger: false } : false
        }
        locale={{
          emptyText: props.empty ?? words.nothing,
          triggerAsc: words.sortUp,
          triggerDesc: words.sortDown,
          cancelSort: words.sortNot,
        }}
      />
    </div>
  )
}

const orderBy =
  <Row,>(value: (row: Row) => string | number) =>
  (one: Row, other: Row): number => {
    const [left, right] = [value(one), value(other)]
    if (typeof left === 'number' && typeof right === 'number') return left - right
    return String(left).localeCompare(String(right), 'zh-CN')
  }
