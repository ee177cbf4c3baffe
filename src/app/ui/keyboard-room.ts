import { useEffect } from 'react'

/** Tells the page how much of it the keyboard covers (--keyboard), where the browser does not shrink the page itself. */
export function useKeyboardRoom(): void {
  useEffect(() => {
    const seen = window.visualViewport
    if (seen === null) return
    const measure = () => {
      const covered = Math.max(0, window.innerHeight - seen.height - seen.offsetTop)
      // below this it is a browser bar sliding, not a keyboard
      document.documentElement.style.setProperty('--keyboard', covered > 120 ? `${String(covered)}px` : '0px')
    }
    measure()
    seen.addEventListener('resize', measure)
    seen.addEventListener('scroll', measure)
    return () => {
      seen.removeEventListener('resize', measure)
      seen.removeEventListener('scroll', measure)
      document.documentElement.style.removeProperty('--keyboard')
    }
  }, [])
}
