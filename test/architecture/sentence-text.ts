import ts from 'typescript';

/**
 * The sentences an expression can become, with `{name}` where a value is filled in; null when nothing of it is text.
 * A choice gives both of its sentences.
 */
export function sentencesOf(node: ts.Expression): string[] | null {
  if (ts.isParenthesizedExpression(node)) return sentencesOf(node.expression);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isTemplateExpression(node)) return [templateText(node)];
  if (ts.isConditionalExpression(node)) return both(sentencesOf(node.whenTrue), sentencesOf(node.whenFalse));
  if (ts.isPropertyAccessExpression(node) && node.name.text === 'message') return [placeholder(node)];
  return null;
}

function both(one: string[] | null, other: string[] | null): string[] | null {
  return one && other ? [...one, ...other] : null;
}

function templateText({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map((span) => placeholder(span.expression) + span.literal.text).join('');
}

/** A short name of what is filled in: the name itself, or the name of the thing that was counted, joined or looked up. */
function placeholder(node: ts.Expression): string {
  if (ts.isIdentifier(node)) return `{${node.text}}`;
  if (ts.isPropertyAccessExpression(node)) return `{${node.getText()}}`;
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    return placeholder(node.expression.expression);
  }
  if (ts.isElementAccessExpression(node)) return placeholder(node.argumentExpression);
  return '{…}';
}
