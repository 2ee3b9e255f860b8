/**
 * What the cloud does, as tables and pure functions; every number of the platform stands here with its source. A source like 583/63406 is a
 * page of the vendor's documentation: {@code https://cloud.tencent.com/document/product/583/63406}.
 */
@org.jspecify.annotations.NullMarked
package io.scflocal.core.platform;
