import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { tokenOf } from './session-cookie.ts'

const secret = 'a secret of this server'
const signed = (token: string, by = secret): string =>
  encodeURIComponent(`${token}.${createHmac('sha256', by).update(token).digest('base64')}`)

test('[S12] the token of a session is read where this server signed it', () => {
  expect(tokenOf(`wuxin.session_token=${signed('abc.def')}`, secret)).toBe('abc.def')
  expect(tokenOf(`other=1; wuxin.session_token=${signed('abc')}; more=2`, secret)).toBe('abc')
})

test('[S12] what another signed, or nobody, is no token', () => {
  expect(tokenOf(`wuxin.session_token=${signed('abc', 'another secret')}`, secret)).toBeNull()
  expect(tokenOf(`wuxin.session_token=${signed('abc').replace('abc', 'abd')}`, secret)).toBeNull()
  for (const cookies of [
    '',
    'wuxin.session_token=',
    'wuxin.session_token=abc',
    'wuxin.session_token=%E0%A4',
    'xwuxin.session_token=a.b',
  ])
    expect(tokenOf(cookies, secret)).toBeNull()
})
