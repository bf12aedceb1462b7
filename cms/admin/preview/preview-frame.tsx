import { useEffect, useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react';
import { say } from '../words.ts';

/** What a page is laid out for, in CSS pixels; `full` is as wide as there is room. */
export const widths = { phone: 360, tablet: 768, full: undefined } as const;
export type WidthName = keyof typeof widths;

interface FrameProps {
  address: string;
  /** The language of the page, by its own name. */
  language: string;
  width: WidthName;
  /** Somebody went to another language within the page. */
  onLang: (lang: string) => void;
}

const windowOf = (frame: HTMLIFrameElement | null): Window | undefined => {
  try {
    return frame?.contentWindow ?? undefined;
  } catch {
    return undefined;
  }
};

/**
 * The page in a frame that can do nothing. A newer page loads behind the one that is shown, and takes its place, at the same height, when it is whole: so
 * nothing flickers while one types.
 */
export function PreviewFrame({ address, language, width, onLang }: FrameProps) {
  const [shown, setShown] = useState(address);
  const frames = useRef(new Map<string, HTMLIFrameElement>());
  const stage = useRef<HTMLDivElement>(null);
  const room = useRoom(stage);
  const layout = widths[width] ?? room.width;
  const scale = layout > 0 && room.width > 0 ? Math.min(1, room.width / layout) : 1;

  const onLoad = (loaded: string) => (event: SyntheticEvent<HTMLIFrameElement>) => {
    const there = windowOf(event.currentTarget);
    if (loaded !== shown) {
      const top = windowOf(frames.current.get(shown) ?? null)?.scrollY ?? 0;
      there?.scrollTo({ top, behavior: 'instant' });
      setShown(loaded);
      return;
    }
    const lang = new URLSearchParams(there?.location.search).get('lang');
    if (lang && lang !== new URLSearchParams(loaded.split('?')[1]).get('lang')) onLang(lang);
  };

  const place = (one: string) => (frame: HTMLIFrameElement | null) => {
    if (frame) frames.current.set(one, frame);
    else frames.current.delete(one);
  };

  return (
    <div className="preview-stage" ref={stage} data-width={width}>
      {[...new Set([shown, address])].map((one) => (
        <iframe
          key={one}
          ref={place(one)}
          src={one}
          title={say('editor.preview.page', { lang: language })}
          sandbox="allow-same-origin"
          aria-hidden={one !== shown}
          tabIndex={one === shown ? 0 : -1}
          onLoad={onLoad(one)}
          style={{ inlineSize: `${layout}px`, blockSize: `${room.height / scale}px`, transform: scale < 1 ? `scale(${scale})` : 'none' }}
        />
      ))}
    </div>
  );
}

/** The size of an element, now and whenever it changes. */
function useRoom(element: { readonly current: HTMLElement | null }): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = element.current!;
    setRoom((before) => (before.width === width && before.height === height ? before : { width, height }));
  };
  useLayoutEffect(measure, []);
  useEffect(() => {
    const observer = new ResizeObserver(measure);
    observer.observe(element.current!);
    return () => observer.disconnect();
  }, []);
  return room;
}
