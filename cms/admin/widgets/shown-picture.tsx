import { useEffect, useRef, useState } from 'react';
import { say } from '../words.ts';
import { pictureUrl, type PictureOwner } from './picture-url.ts';

interface ShownPictureProps {
  name: string;
  owner?: PictureOwner | undefined;
}

/** A picture, fetched when it comes into view; its name where it cannot be shown. What it shows is said beside it. */
export function ShownPicture({ name, owner }: ShownPictureProps) {
  const place = useRef<HTMLSpanElement>(null);
  const [url, setUrl] = useState<string>();
  const [failed, fail] = useState(false);
  const { collection, slug } = owner ?? {};
  useEffect(() => {
    let isCurrent = true;
    setUrl(undefined);
    fail(false);
    const watcher = new IntersectionObserver((seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return;
      watcher.disconnect();
      pictureUrl(name, collection && slug ? { collection, slug } : undefined).then(
        (found) => isCurrent && setUrl(found),
        () => isCurrent && fail(true),
      );
    });
    if (place.current) watcher.observe(place.current);
    return () => {
      isCurrent = false;
      watcher.disconnect();
    };
  }, [name, collection, slug]);
  return (
    <span ref={place} className="ds-shown">
      {failed ? say('editor.fields.picture.notShown', { name }) : url && <img src={url} alt="" />}
    </span>
  );
}
