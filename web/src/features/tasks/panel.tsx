import type { ReactNode } from 'react';

/** A titled box that links lead to. */
export function Panel({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section id={id} className="panel task-panel" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        {title}
        {note !== undefined && <span className="task-panel-note">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

/** What is said where a panel has nothing. */
export function Nothing({ children }: { children: ReactNode }): ReactNode {
  return <p className="task-nothing">{children}</p>;
}
