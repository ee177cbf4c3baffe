import { useCallback, useEffect, useRef, useState } from 'react'

/** Words selected with the finger inside the diary as read; empty while none are. */
export function useMarkedWords() {
  const within = useRef<HTMLDivElement>(null)
  const [words, setWords] = useState('')
  useEffect(() => {
    const look = () => setWords(selectedIn(within.current))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  const letGo = useCallback(() => {
    document.getSelection()?.removeAllRanges()
    setWords('')
  }, [])
  return { within, words, letGo }
}

/** The selected words as they stand in the diary: without the numbers set beside them. */
function selectedIn(place: HTMLElement | null): string {
  const selection = document.getSelection()
  if (place === null || selection === null || selection.rangeCount === 0 || selection.isCollapsed) return ''
  const range = selection.getRangeAt(0)
  if (!place.contains(range.commonAncestorContainer)) return ''
  const copy = range.cloneContents()
  for (const number of copy.querySelectorAll('sup')) number.remove()
  const words = (copy.textContent ?? '').replaceAll('\u2060', '').trim()
  return words.length < 2 ? '' : words
}
