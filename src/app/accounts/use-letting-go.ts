import { useEffect, useRef, useState } from 'react'

/** What a person lets go is gone only when this page is left; until then it can be taken back. A killed app keeps it. */
export function useLettingGo<Id extends string>(discard: (id: Id) => unknown) {
  const [ids, setIds] = useState<ReadonlySet<Id>>(new Set())
  const atLast = useRef({ ids, discard })
  useEffect(() => {
    atLast.current = { ids, discard }
  })
  useEffect(
    () => () => {
      const { ids, discard } = atLast.current
      for (const id of ids) void discard(id)
    },
    [],
  )
  return {
    ids,
    add: (id: Id) => setIds(new Set([...ids, id])),
    take: (id: Id) => setIds(new Set([...ids].filter(one => one !== id))),
  }
}
