import { createContext, type MouseEvent, type ReactNode, use, useCallback, useEffect, useRef } from 'react'
import { useLocation } from 'wouter'

/* Whether there is a step inside the app to go back to. */
const CameFromInside = createContext<() => boolean>(() => false)

/** Knows how far we have come inside the app, so that 返回 goes back where there is a back, and brings each page back to where it was read. */
export function WayBack({ children }: { readonly children: ReactNode }) {
  const [path] = useLocation()
  const past = useRef({ path, steps: 0, wentBack: false, read: new Map<string, number>() })
  const cameFromInside = useCallback(() => past.current.steps > 0, [])

  useEffect(() => {
    const noteBack = () => {
      past.current.wentBack = true
    }
    const noteScroll = () => past.current.read.set(past.current.path, window.scrollY)
    window.addEventListener('popstate', noteBack)
    window.addEventListener('scroll', noteScroll, { passive: true })
    return () => {
      window.removeEventListener('popstate', noteBack)
      window.removeEventListener('scroll', noteScroll)
    }
  }, [])

  useEffect(() => {
    const was = past.current
    if (was.path === path) return
    was.steps = Math.max(0, was.steps + (was.wentBack ? -1 : 1))
    window.scrollTo(0, was.wentBack ? (was.read.get(path) ?? 0) : 0)
    was.path = path
    was.wentBack = false
  }, [path])

  return <CameFromInside value={cameFromInside}>{children}</CameFromInside>
}

/** Goes back one step inside the app, or up to `above` when this page was opened from outside. For onClick of a link to `above`. */
export function useGoBack(above: string): (event: MouseEvent) => void {
  const cameFromInside = use(CameFromInside)
  const [, go] = useLocation()
  return event => {
    event.preventDefault()
    if (cameFromInside()) window.history.back()
    else go(above, { replace: true })
  }
}
