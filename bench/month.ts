/** The month every figure is measured on, and the day it is judged by. */
export const MONTH = '2023-11';
export const LAST_DAY = '2023-11-30';

/** Where the service works the month by itself: issued in it, and frozen on the day after it. */
export const FIRST_ISSUED = '2023-11-02';
export const DUE_DAY = '2023-12-01';
