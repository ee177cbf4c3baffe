import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type pg from 'pg'
import { ownOrigins } from '../http/security.ts'
import { openForAccounts } from './dates.ts'

const day = 24 * 60 * 60

/** A session in use lasts sixty days from the last day it was used. */
export const sessionSeconds = 60 * day

/** A session is renewed, with its cookie, once so few seconds of it are left: it was used a day ago. */
export const renewedWhenLeft = sessionSeconds - day

/** User names are 2 to 30 letters (Chinese ones too), digits, `.`, `_` and `-`. */
export const usernamePattern = /^[\p{L}\p{N}._-]{2,30}$/u

export const shortestPassword = 8

/** The accounts library on the campaign's own database. Nobody signs up: the office makes accounts. */
export const openAuth = (pool: pg.Pool, secret: string) =>
  betterAuth({
    appName: 'Wuxin',
    basePath: '/api/auth',
    // The host is reached under several addresses; what counts is that page and server are the same one.
    trustedOrigins: request => [...ownOrigins(request?.headers.get('host') ?? '')],
    secret,
    database: { db: openForAccounts(pool), type: 'postgres', transaction: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: shortestPassword },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameValidator: name => usernamePattern.test(name),
      }),
    ],
    session: { expiresIn: sessionSeconds, updateAge: day, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'wuxin',
      // Whether a cookie is for https alone is decided a request at a time, where it is sent.
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
    },
    // Tries are counted by account and address in `sign-in.routes.ts`.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // A fault that is none of the library's own answers is ours to answer (`http/faults.ts`).
    onAPIError: { throw: true },
  })

export type Auth = ReturnType<typeof openAuth>
