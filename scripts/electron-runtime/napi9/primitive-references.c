/*
 * Node-API 10 lets an addon keep a reference to any value; Node-API 9 only to objects, functions, externals and
 * symbols. The SQLite addon keeps references to strings (error codes, column names). Linked with --wrap, these three
 * functions stand in front of the host's own and keep a primitive in a box: an object with one property. The reference
 * that the addon gets back is then the address of a `boxed` with its lowest bit set, which no pointer from the host has.
 */
#include <node_api.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#define BOXED_BIT ((uintptr_t)1)
#define BOX_PROPERTY "value"

typedef struct {
  napi_ref box;
} boxed;

napi_status __real_napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref *result);
napi_status __real_napi_get_reference_value(napi_env env, napi_ref reference, napi_value *result);
napi_status __real_napi_delete_reference(napi_env env, napi_ref reference);

static bool is_boxed(napi_ref reference) {
  return ((uintptr_t)reference & BOXED_BIT) != 0;
}

static boxed *unmark(napi_ref reference) {
  return (boxed *)((uintptr_t)reference & ~BOXED_BIT);
}

static bool host_can_refer_to(napi_valuetype type) {
  return type == napi_object || type == napi_function || type == napi_external || type == napi_symbol;
}

static napi_status put_in_box(napi_env env, napi_value value, napi_value *box) {
  napi_status status = napi_create_object(env, box);
  return status == napi_ok ? napi_set_named_property(env, *box, BOX_PROPERTY, value) : status;
}

napi_status __wrap_napi_create_reference(napi_env env, napi_value value, uint32_t count, napi_ref *result) {
  napi_valuetype type;
  napi_status status = napi_typeof(env, value, &type);
  if (status != napi_ok) return status;
  if (host_can_refer_to(type)) return __real_napi_create_reference(env, value, count, result);

  napi_value box;
  status = put_in_box(env, value, &box);
  if (status != napi_ok) return status;
  boxed *held = malloc(sizeof *held);
  if (held == NULL) return napi_generic_failure;
  status = __real_napi_create_reference(env, box, count, &held->box);
  if (status != napi_ok) {
    free(held);
    return status;
  }
  *result = (napi_ref)((uintptr_t)held | BOXED_BIT);
  return napi_ok;
}

napi_status __wrap_napi_get_reference_value(napi_env env, napi_ref reference, napi_value *result) {
  if (!is_boxed(reference)) return __real_napi_get_reference_value(env, reference, result);
  napi_value box;
  napi_status status = __real_napi_get_reference_value(env, unmark(reference)->box, &box);
  return status == napi_ok ? napi_get_named_property(env, box, BOX_PROPERTY, result) : status;
}

napi_status __wrap_napi_delete_reference(napi_env env, napi_ref reference) {
  if (!is_boxed(reference)) return __real_napi_delete_reference(env, reference);
  boxed *held = unmark(reference);
  napi_status status = __real_napi_delete_reference(env, held->box);
  free(held);
  return status;
}
