package io.breakwater.oci;

import io.breakwater.model.Platform;
import io.breakwater.model.json.Json;

/**
 * What the same name stands for on another platform.
 *
 * @param platform as the index tells it
 * @param configuration of that image, by the OCI image specification; values may be secrets
 */
public record OtherPlatform(Platform platform, Json.Obj configuration) {}
