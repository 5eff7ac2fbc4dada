import { Button, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router';

/** A link that looks like a button: opens in this page, or with Ctrl in another tab. */
export function LinkButton({
  to,
  ...rest
}: { to: string } & Omit<ButtonProps, 'href' | 'onClick'>): ReactNode {
  const navigate = useNavigate();
  const href = useHref(to);
  return (
    <Button
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void navigate(to);
      }}
    />
  );
}
