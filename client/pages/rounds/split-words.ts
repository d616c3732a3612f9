/** `a, b` → [a, b]; each once. */
export function splitWords(text: string): string[] {
  const words = text.split(/[,،;\n]/).map((word) => word.trim());
  return [...new Set(words)].filter((word) => word !== '');
}
