/** Who a practice connection says it was added by. Apart from the demo, which loads a lot that nothing else needs. */

/** An account may well be called `demo`, but hardly this. */
export const practiceAuthor = 'practice relay';

/** Name of the practice connection, and of its Hybrid Connection on the local relay. */
export const demoName = 'demo';
