import { useEffect, useState } from 'react'
import { useOnline } from '#app/sync/wuxin.tsx'
import { parseId, type DepartmentId } from '#domain/base/ids.ts'
import type { Department } from '#domain/needs/need.ts'

/* Names of departments are nobody's secret; they are kept beside the settings, so that a need can be referred without a signal. */
const place = 'wuxin.departments'

/** The departments to which a need can be referred; as fetched last, where there is no signal. */
export function useDepartments(): readonly Department[] {
  const online = useOnline()
  const [departments, setDepartments] = useState(readKept)
  useEffect(() => {
    if (!online) return
    const leaving = new AbortController()
    fetchDepartments(leaving.signal)
      .then(fetched => {
        setDepartments(fetched)
        window.localStorage.setItem(place, JSON.stringify(fetched))
      })
      // The list from last time stays, and the sheet says where it is from.
      .catch(() => undefined)
    return () => leaving.abort()
  }, [online])
  return departments
}

async function fetchDepartments(signal: AbortSignal): Promise<readonly Department[]> {
  const answer = await fetch('/api/departments', { signal, credentials: 'same-origin', cache: 'no-store' })
  if (!answer.ok) throw new Error(`departments: ${String(answer.status)}`)
  return parseDepartments(await answer.json())
}

function readKept(): readonly Department[] {
  try {
    return parseDepartments(JSON.parse(window.localStorage.getItem(place) ?? '[]'))
  } catch {
    return []
  }
}

/** Reads `[{ id, name }]` or `{ departments: [{ id, name }] }`; what is no department is left out. */
function parseDepartments(read: unknown): readonly Department[] {
  const list: unknown = isRecord(read) ? read['departments'] : read
  if (!Array.isArray(list)) return []
  return list.flatMap((one: unknown) => {
    if (!isRecord(one) || typeof one['id'] !== 'string' || typeof one['name'] !== 'string') return []
    const id = parseId<DepartmentId>(one['id'])
    return id === null ? [] : [{ id, name: one['name'] }]
  })
}

const isRecord = (read: unknown): read is Readonly<Record<string, unknown>> =>
  typeof read === 'object' && read !== null && !Array.isArray(read)
