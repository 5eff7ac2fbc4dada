/** The month every figure is measured on, and the day it is judged by. */
export const MONTH = '2023-11';
export const LAST_DAY = '2023-11-30';
