/** Looks enough like an e-mail address to send a code to; the server decides. */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim()) && text.trim().length <= 254;
}

/** The same shape the contract asks of a telephone number. */
export function looksLikePhone(text: string): boolean {
  return /^\+?[0-9][0-9 \-()]{5,18}[0-9]$/.test(text.trim());
}

/** The digits of a code as people type or paste it: `123 456` counts. */
export function codeDigits(text: string): string {
  return text.replace(/\D/g, '').slice(0, 6);
}
