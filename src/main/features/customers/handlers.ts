export const customersHandlers = {}
