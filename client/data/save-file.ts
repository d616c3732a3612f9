// Gives a file to the browser as a download.

export function saveFile(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the browser has to have begun reading before the address is taken back
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
