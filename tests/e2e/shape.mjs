// A reader of the few JSON Schema keywords that the published shape of a request is written in; it knows no others, and says so.

/** What is wrong with a value, as sentences; `whole` has the definitions. */
export const faults = (value, shape, whole = shape, path = "it") => {
  const known = ["type", "const", "pattern", "properties", "required", "oneOf", "anyOf", "$ref", "$defs", "$schema", "title", "description", "examples"];
  const unknown = Object.keys(shape).filter((keyword) => !known.includes(keyword));
  if (unknown.length) return [`the schema says ${unknown} of ${path}, which this reader does not know`];
  const of = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  const fits = (other) => faults(value, other, whole, path).length === 0;
  const found = [];
  if (shape.$ref) found.push(...faults(value, whole.$defs[shape.$ref.split("/").at(-1)], whole, path));
  if (shape.type && ![shape.type].flat().includes(of)) found.push(`${path} is ${of}, not ${shape.type}`);
  if ("const" in shape && value !== shape.const) found.push(`${path} is ${value}, not ${shape.const}`);
  if (shape.pattern && !new RegExp(shape.pattern).test(value)) found.push(`${path} is ${value}, not like ${shape.pattern}`);
  if (shape.oneOf && shape.oneOf.filter(fits).length !== 1) found.push(`${path} is not one of those that it can be: ${value}`);
  if (shape.anyOf && !shape.anyOf.some(fits)) found.push(`${path} is none of those that it can be: ${value}`);
  if (of !== "object") return found;
  found.push(...(shape.required ?? []).filter((name) => !(name in value)).map((name) => `${path} has no ${name}`));
  for (const [name, inner] of Object.entries(value)) {
    // The published shape is open; what is sent is written down in it all the same.
    if (shape.properties?.[name]) found.push(...faults(inner, shape.properties[name], whole, name));
    else found.push(`${name} is not in the schema`);
  }
  return found;
};
