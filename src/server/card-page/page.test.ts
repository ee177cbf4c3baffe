import { expect, test } from 'vitest'
import { asDay, asInstant } from '#domain/base/days.ts'
import { neighbourhoodOf } from './door.ts'
import { html } from './markup.ts'
import { ended } from './spoken.ts'
import { wordsFor } from './words.ts'

test('what people wrote is text on the page, never a piece of it', () => {
  expect(html`<p title="${'"><script>'}">${"<b>&'</b>"}${html`<i>${1}</i>`}</p>`.markup).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;&#39;&lt;/b&gt;<i>1</i></p>',
  )
})

test('Chinese by default, English when the browser or the link asks for it, and the link counts more', () => {
  expect(wordsFor(undefined, undefined).lang).toBe('zh-CN')
  expect(wordsFor(undefined, 'fr-FR,fr;q=0.9').lang).toBe('zh-CN')
  expect(wordsFor(undefined, 'fr,en-GB;q=0.8,zh;q=0.5').lang).toBe('en')
  expect(wordsFor('zh-CN', 'en').lang).toBe('zh-CN')
  expect(wordsFor('en', 'zh-CN').lang).toBe('en')
})

test('days and times are said as people say them, in the host’s time', () => {
  const today = asDay('2026-04-16')
  const [zh, en] = [wordsFor('zh', ''), wordsFor('en', '')]
  expect(zh.moment(asInstant('2026-04-15T12:30:00Z'), today)).toBe('4月15日晚上')
  expect(en.moment(asInstant('2025-12-31T17:00:00Z'), today)).toBe('1 January, night')
  expect(zh.date(asDay('2025-11-02'), today)).toBe('2025年11月2日')
})

test('somebody’s words end with one stop', () => {
  expect([ended('换了灯泡'), ended('换了灯泡。 '), ended('几时来？')]).toEqual([
    '换了灯泡。',
    '换了灯泡。',
    '几时来？',
  ])
})

test('addresses are counted by neighbourhood: a phone changes the second half of an IPv6 address at will', () => {
  expect(neighbourhoodOf('192.0.2.7')).toBe('192.0.2.7')
  expect(neighbourhoodOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(neighbourhoodOf('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2')
  expect(neighbourhoodOf('2001:db8::1')).toBe('2001:db8:0:0')
  expect(neighbourhoodOf('::1')).toBe('0:0:0:0')
})
