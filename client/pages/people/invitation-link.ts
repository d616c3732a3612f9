/** The address of a code, on the server that this page came from; behind `#`, so that no server's log ever has it. */
export function invitationLink(code: string): string {
  return `${location.origin}${location.pathname}#/invitation/${code}`;
}
