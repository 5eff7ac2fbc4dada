import { useLayoutEffect } from 'react';

let locks = 0;

/**
 * Keeps the page behind an open dialog from scrolling. Takes the place of the one in antd's portal, which writes a `<style>`
 * element without a nonce that the page's policy forbids (see vite.config.ts); a class of base.css does the same.
 */
// oxlint-disable-next-line import/no-default-export -- it is imported in the other one's name
export default function useScrollLocker(isLocked?: boolean): void {
  useLayoutEffect(() => {
    if (!isLocked) return;
    locks += 1;
    document.body.classList.add('scroll-locked');
    return () => {
      locks -= 1;
      if (locks === 0) document.body.classList.remove('scroll-locked');
    };
  }, [isLocked]);
}
