// The address of a photo for the page: of its bytes on this device, else of the server's, which has those of what was sent before.
import { useEffect, useState } from 'preact/hooks';
import { paths } from '../../shared/api/paths.ts';
import { bytesOfPhoto } from './photo-store.ts';

export interface PhotoNamed {
  readonly survey: string;
  readonly response: string;
  readonly digest: string;
}

/** null until it is known. */
export function usePhoto({ survey, response, digest }: PhotoNamed): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    let own: string | null = null;
    const show = (bytes: Blob | undefined) => {
      if (isGone) return;
      own = bytes ? URL.createObjectURL(bytes) : null;
      setUrl(own ?? paths.photo(survey, response, digest));
    };
    void bytesOfPhoto(response, digest)
      .catch(() => undefined)
      .then(show);
    return () => {
      isGone = true;
      if (own) URL.revokeObjectURL(own);
    };
  }, [survey, response, digest]);
  return url;
}
