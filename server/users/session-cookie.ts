// How a session travels: a bearer token, or a cookie that scripts cannot read. Over TLS the cookie is bound to this host.
import type { CookieOptions, Request, Response } from 'express';

const name = 'rabfang_session';
/** remembers that somebody signed in on this device before */
const deviceName = 'rabfang_device';
const deviceDays = 400;
/** a sign-in that is on its way through the organisation's service */
const pendingName = 'rabfang_signing_in';

/** `__Host-` is refused by browsers without Secure, so plain http on a local network goes without. */
const named = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

export function tokenOf(req: Request): string | undefined {
  const authorization = req.get('authorization');
  if (authorization) return /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  return cookieOf(req, name);
}

export const pendingOf = (req: Request): string | undefined => cookieOf(req, pendingName);

export const deviceOf = (req: Request): string | undefined => cookieOf(req, deviceName);

function cookieOf(req: Request, name: string): string | undefined {
  const ours = `${named(name, req.secure)}=`;
  const cookie = req
    .get('cookie')
    ?.split(/; */)
    .find((one) => one.startsWith(ours));
  return cookie?.slice(ours.length);
}

export function setSessionCookie(req: Request, res: Response, token: string, expires: Date): void {
  res.cookie(named(name, req.secure), token, { ...options(req.secure), expires });
}

export function clearSessionCookie(req: Request, res: Response): void {
  res.clearCookie(named(name, req.secure), options(req.secure));
}

export function setDeviceCookie(req: Request, res: Response, device: string): void {
  const maxAge = deviceDays * 24 * 60 * 60 * 1000;
  res.cookie(named(deviceName, req.secure), device, { ...options(req.secure), maxAge });
}

/** The service's page sends the browser back, so this one must come along from another site. */
export function setPendingCookie(
  req: Request,
  res: Response,
  sealed: string,
  maxAge: number,
): void {
  res.cookie(named(pendingName, req.secure), sealed, { ...lax(req.secure), maxAge });
}

export function clearPendingCookie(req: Request, res: Response): void {
  res.clearCookie(named(pendingName, req.secure), lax(req.secure));
}

const lax = (secure: boolean): CookieOptions => ({ ...options(secure), sameSite: 'lax' });

function options(secure: boolean): CookieOptions {
  return { httpOnly: true, sameSite: 'strict', secure, path: '/' };
}
